package org.moei.console.server;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.moei.console.layout.Pages;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Light or dark, letter keys on or off, the list of keys, every script on one page, and what our words count. */
@Controller
public final class SettingsPages {
    private final Pages pages;

    SettingsPages(Pages pages) {
        this.pages = pages;
    }

    /** A script with a line in it, to see whether this device has a face for it. */
    public record Script(String language, String direction, String name, String sample) {}

    /** The page under the question mark. */
    public record Model(List<Script> scripts) {}

    @Rule(Permission.OWN_SETTINGS)
    @GetMapping("/help")
    View help() {
        return pages.view("signin/help", "help.title", new Model(List.of(
                new Script("my", "ltr", "Burmese", "နေကောင်းလား"),
                new Script("th", "ltr", "Thai", "สวัสดีครับ"),
                new Script("km", "ltr", "Khmer", "សួស្តី"),
                new Script("lo", "ltr", "Lao", "ສະບາຍດີ"),
                new Script("zh-Hans", "ltr", "Han, as in China", "你好，海骨直"),
                new Script("zh-Hant", "ltr", "Han, as in Taiwan", "你好，海骨直"),
                new Script("am", "ltr", "Ethiopic", "ሰላም ጤና ይስጥልኝ"),
                new Script("ur", "rtl", "Urdu", "السلام علیکم"),
                new Script("ar", "rtl", "Arabic", "مرحبا بكم"),
                new Script("hi", "ltr", "Devanagari", "नमस्ते"),
                new Script("bn", "ltr", "Bengali", "নমস্কার"),
                new Script("ta", "ltr", "Tamil", "வணக்கம்"),
                new Script("si", "ltr", "Sinhala", "ආයුබෝවන්"),
                new Script("vi", "ltr", "Vietnamese", "Xin chào quý vị"))));
    }

    @Rule(Permission.OWN_SETTINGS)
    @GetMapping("/words")
    View words() {
        return pages.view("signin/words", "words.title", new Model(List.of()));
    }

    @Rule(Permission.OWN_SETTINGS)
    @PostMapping("/settings")
    String settings(@RequestParam String theme, @RequestParam(defaultValue = "off") String letterKeys, HttpSession session) {
        session.setAttribute(Pages.THEME, List.of("light", "dark").contains(theme) ? theme : "system");
        session.setAttribute(Pages.LETTER_KEYS, letterKeys.equals("on") ? "on" : "off");
        return "redirect:/help";
    }
}
