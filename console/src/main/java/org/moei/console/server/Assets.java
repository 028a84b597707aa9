package org.moei.console.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Our own static files. They stand under an address that holds the hash of all of them, so browsers may keep them for
 * ever and modules that import each other stay together.
 */
final class Assets {
    static final String FOLDER = "/org/moei/console/assets/";
    static final List<String> FILES =
            List.of("tokens.css", "parts.css", "pages.css", "console.js", "keys.js", "arrivals.js", "map.js", "passkey.js", "icon.svg", "countries.json");

    private final String version;

    private Assets(String version) {
        this.version = version;
    }

    static Assets ofClassPath() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                try (InputStream bytes = Assets.class.getResourceAsStream(FOLDER + file)) {
                    if (bytes == null) {
                        throw new IllegalStateException("The static file (" + file + ") is missing.");
                    }
                    digest.update(bytes.readAllBytes());
                }
            }
            return new Assets(HexFormat.of().formatHex(digest.digest()).substring(0, 16));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String version() {
        return version;
    }

    String address() {
        return "/assets/" + version;
    }
}
