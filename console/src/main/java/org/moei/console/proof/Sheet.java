package org.moei.console.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.moei.base.Problem;

/**
 * A page to be printed from the disk: a title, some lines, a code to be copied by hand, and the same for a camera.
 *
 * @param notes sentences before the code
 * @param code lines of characters
 * @param scanned what the QR code holds
 */
public record Sheet(String title, List<String> notes, List<String> code, String scanned) {

    /** As text. */
    public String text() {
        return title + "\n\n" + String.join("\n", notes) + "\n\n" + String.join("\n", code) + "\n";
    }

    /** As a page of its own that needs nothing else. */
    public String html() {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>").append(escape(title)).append("</title>\n<style>");
        page.append("body{font:11pt/1.5 sans-serif;max-width:17cm;margin:1.5cm auto}pre{font:12pt/1.7 monospace}svg{width:7cm;height:7cm}</style>\n");
        page.append("<h1>").append(escape(title)).append("</h1>\n");
        notes.forEach(note -> page.append("<p>").append(escape(note)).append("</p>\n"));
        page.append("<pre>").append(escape(String.join("\n", code))).append("</pre>\n").append(QrCode.svg(scanned)).append("\n</html>\n");
        return page.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Writes {@code NAME.txt} and {@code NAME.html}, each whole or not at all; the text last, so that it says that both are there. */
    public Path write(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            put(folder.resolve(name + ".html"), html());
            return put(folder.resolve(name + ".txt"), text());
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "sheet-not-written", "The sheet " + name + " could not be written to " + folder + ".").asException(e);
        }
    }

    private static Path put(Path file, String content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(next, content, StandardCharsets.UTF_8);
        return Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
