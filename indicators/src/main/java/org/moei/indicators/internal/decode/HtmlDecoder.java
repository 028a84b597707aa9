package org.moei.indicators.internal.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The visible text of a page, a block a line, and where it leads: the target of a link stands behind the link's text as
 * {@code <https://…>} where the text does not show it already, and what else the page loads or sends to stands at the end, one a line.
 * Scripts are not read. A page too large for a tree is read as the text that it is.
 */
final class HtmlDecoder implements Decoder {
    /** The tree of a page takes several times its bytes, so a page may have a fourth of what other documents may. */
    private static final int TREE = 4;

    @Override
    public void read(Part part, Run run) throws IOException {
        if (part.content().size() > run.limits().document() / TREE) {
            Decoders.text(part, run);
            return;
        }
        byte[] bytes = run.whole(part);
        run.text(part, "html", new StringReader(text(document(bytes, null))));
    }

    /** @param charset as a header said it, or null: then what the page says, else what its bytes look like */
    static Document document(byte[] bytes, @org.jspecify.annotations.Nullable String charset) throws IOException {
        String start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String name = charset != null ? charset : start.contains("charset") ? null : Charsets.detect(java.util.Arrays.copyOf(bytes, Math.min(bytes.length, Run.HEAD))).name();
        return Jsoup.parse(new ByteArrayInputStream(bytes), name, "");
    }

    static String text(Document document) {
        Visitor visitor = new Visitor();
        NodeTraversor.traverse(visitor, document);
        visitor.targets.forEach(target -> visitor.line().append('<').append(target).append('>'));
        return visitor.out.toString();
    }

    /** Whether the address leads out of the page: it has a scheme that names a place or a person. */
    static boolean leadsOut(String address) {
        int colon = address.indexOf(':');
        if (address.startsWith("//")) {
            return true;
        }
        if (colon < 2 || colon > 20 || address.lastIndexOf('/', colon) >= 0) {
            return false;
        }
        String scheme = address.substring(0, colon).toLowerCase(Locale.ROOT);
        return !scheme.equals("javascript") && !scheme.equals("data") && !scheme.equals("blob") && !scheme.equals("cid") && !scheme.equals("about");
    }

    private static final class Visitor implements NodeVisitor {
        final StringBuilder out = new StringBuilder();
        final Set<String> targets = new LinkedHashSet<>();
        private int linkFrom = -1;
        private boolean blank = true;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                words(text.getWholeText(), text.parent() instanceof Element parent && keepsLines(parent));
                return;
            }
            if (!(node instanceof Element element)) {
                return;
            }
            switch (element.normalName()) {
                case "a", "area" -> linkFrom = out.length();
                case "br" -> line();
                case "td", "th" -> {
                    if (!blank) {
                        out.append('\t');
                        blank = true;
                    }
                }
                case "input" -> {
                    if (!element.attr("type").equalsIgnoreCase("hidden")) {
                        words(" " + element.attr("value") + " ", false);
                    }
                }
                case "form" -> target(element.attr("action"));
                case "object" -> target(element.attr("data"));
                case "link", "base" -> target(element.attr("href"));
                case "meta" -> {
                    String content = element.attr("content");
                    int url = content.toLowerCase(Locale.ROOT).indexOf("url=");
                    if (element.attr("http-equiv").equalsIgnoreCase("refresh") && url >= 0) {
                        target(content.substring(url + 4).strip());
                    }
                }
                default -> target(element.attr("src"));
            }
            if (element.isBlock()) {
                line();
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            if (linkFrom >= 0 && (element.normalName().equals("a") || element.normalName().equals("area"))) {
                String address = element.attr("href").strip();
                String shown = out.substring(linkFrom);
                if (leadsOut(address) && !shown.contains(address)) {
                    out.append(blank ? "<" : " <").append(address).append("> ");
                    blank = true;
                }
                linkFrom = -1;
            }
            if (element.isBlock()) {
                line();
            }
        }

        private static boolean keepsLines(Element element) {
            return element.normalName().equals("pre") || element.normalName().equals("textarea");
        }

        StringBuilder line() {
            if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
            }
            blank = true;
            return out;
        }

        private void target(String address) {
            if (leadsOut(address.strip())) {
                targets.add(address.strip());
            }
        }

        private void words(String text, boolean keepLines) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean space = c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
                if (keepLines && c == '\n') {
                    line();
                } else if (!space) {
                    out.append(c);
                    blank = false;
                } else if (!blank) {
                    out.append(' ');
                    blank = true;
                }
            }
        }
    }
}
