package org.moei.console.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moei.console.layout.Texts;

/** Names a device in two words, so that its owner recognises it; what the browser sent is not kept. */
final class Devices {
    /** Browsers that pretend to be others come before those. */
    private static final List<String> BROWSERS = List.of("Edg", "OPR", "SamsungBrowser", "Firefox", "Chrome", "Safari");

    private static final List<String> SYSTEMS = List.of("Android", "iPhone", "iPad", "CrOS", "Windows", "Mac OS X", "Linux");

    private Devices() {}

    static String words(@Nullable String agent) {
        return Texts.english().of("device.on", find(BROWSERS, agent, "device.browser"), find(SYSTEMS, agent, "device.system"));
    }

    private static String find(List<String> known, @Nullable String agent, String otherwise) {
        return known.stream().filter(word -> agent != null && agent.contains(word)).findFirst()
                .map(word -> word.equals("Edg") ? "Edge" : word.equals("OPR") ? "Opera" : word.equals("CrOS") ? "ChromeOS" : word)
                .orElseGet(() -> Texts.english().of(otherwise));
    }
}
