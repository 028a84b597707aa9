package org.moei.indicators.internal.decode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The lines of one XML part of an office file: paragraphs, rows of a sheet, or the targets that a part of relations names. */
final class OfficeText {
    /** A line is given when it is as long as this, ended or not. */
    private static final int LINE = 1 << 16;

    private final XMLStreamReader xml;
    private final List<String> shared;
    private final Budget budget;
    private final boolean openDocument;
    private final StringBuilder line = new StringBuilder();
    private final TableDecoder.Rows rows = new TableDecoder.Rows();
    private final List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private String cellType = "";
    private boolean taking;
    private int paragraphs;

    OfficeText(String name, XMLStreamReader xml, List<String> shared, Budget budget) {
        this.budget = budget;
        this.xml = xml;
        this.shared = shared;
        this.openDocument = name.equals("content.xml");
    }

    /** The next line with its end; null at the end of the part. */
    @Nullable CharSequence next() throws IOException {
        line.setLength(0);
        try {
            while (xml.hasNext()) {
                boolean ended = switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName());
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> characters();
                    default -> false;
                };
                if (ended || line.length() > LINE) {
                    return line.toString();
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
        return line.isEmpty() ? null : line.append('\n').toString();
    }

    private boolean characters() {
        if (taking || openDocument && paragraphs > 0) {
            (cellType.isEmpty() ? line : cell).append(xml.getText());
        }
        return false;
    }

    private boolean start(String element) {
        switch (element) {
            case "t", "instrText" -> taking = true;
            case "p", "h" -> paragraphs++;
            case "tab" -> line.append(paragraphs > 0 ? "\t" : "");
            case "br", "cr", "line-break" -> line.append('\n');
            case "s" -> line.append(openDocument ? " " : "");
            case "c" -> {
                String type = OfficeDecoder.attribute(xml, "t");
                cellType = type == null ? "n" : type;
                cell.setLength(0);
            }
            case "v" -> taking = !cellType.isEmpty();
            case "Relationship" -> {
                String target = OfficeDecoder.attribute(xml, "Target");
                if ("External".equals(OfficeDecoder.attribute(xml, "TargetMode")) && target != null && HtmlDecoder.leadsOut(target)) {
                    line.append('<').append(target).append(">\n");
                    return true;
                }
            }
            case "a" -> {
                String target = openDocument ? OfficeDecoder.attribute(xml, "href") : null;
                if (target != null && HtmlDecoder.leadsOut(target)) {
                    line.append('<').append(target).append("> ");
                }
            }
            default -> { }
        }
        return false;
    }

    private boolean end(String element) throws IOException {
        switch (element) {
            case "t", "v", "instrText" -> taking = false;
            case "table-cell" -> line.append('\t');
            case "p", "h" -> {
                paragraphs = Math.max(0, paragraphs - 1);
                if (cellType.isEmpty()) {
                    line.append('\n');
                    return line.length() > 1;
                }
            }
            case "c" -> {
                row.add(cell());
                cellType = "";
            }
            case "row" -> {
                if (!row.isEmpty()) {
                    line.append(rows.line(row));
                    row.clear();
                    return true;
                }
            }
            default -> { }
        }
        return false;
    }

    private String cell() throws IOException {
        String value = cell.toString();
        if (!cellType.equals("s")) {
            return value;
        }
        try {
            int index = Integer.parseInt(value.strip());
            String text = index >= 0 && index < shared.size() ? shared.get(index) : "";
            budget.repeated(text.length());
            return text;
        } catch (NumberFormatException broken) {
            return "";
        }
    }
}
