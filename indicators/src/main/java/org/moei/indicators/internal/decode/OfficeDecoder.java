package org.moei.indicators.internal.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/**
 * Documents of the office programs (ECMA-376: docx, xlsx, pptx; ISO 26300: odt, ods, odp) as one text: paragraphs and rows as
 * lines, then the targets of links. Pictures and embedded files are members.
 */
final class OfficeDecoder {
    /** Most characters of the shared strings of a workbook. */
    private static final int SHARED = 1 << 26;

    private final ZipFile zip;

    OfficeDecoder(ZipFile zip) {
        this.zip = zip;
    }

    static boolean isOffice(ZipFile zip) {
        return kind(zip).isPresent();
    }

    private static Optional<String> kind(ZipFile zip) {
        if (zip.getEntry("[Content_Types].xml") != null) {
            return zip.getEntry("word/document.xml") != null ? Optional.of("docx")
                    : zip.getEntry("xl/workbook.xml") != null || zip.getEntry("xl/workbook.bin") != null ? Optional.of("xlsx")
                    : zip.getEntry("ppt/presentation.xml") != null ? Optional.of("pptx") : Optional.empty();
        }
        return zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null && zip.getEntry("META-INF/manifest.xml") != null ? Optional.of("odf") : Optional.empty();
    }

    void read(Part part, Run run) throws IOException {
        String kind = kind(zip).orElseThrow();
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        entries.sort(Comparator.comparing((ZipArchiveEntry e) -> e.getName().length()).thenComparing(ZipArchiveEntry::getName));
        Deque<ZipArchiveEntry> texts = new ArrayDeque<>();
        entries.stream().filter(e -> isText(e.getName())).forEach(texts::add);
        List<String> shared = kind.equals("xlsx") ? shared(run) : List.of();
        OfficeText[] open = {null};
        // a broken text does not hide the pictures
        try {
            run.text(part, kind, new Chunks(() -> {
                while (true) {
                    if (open[0] == null) {
                        ZipArchiveEntry next = texts.poll();
                        if (next == null) {
                            return null;
                        }
                        open[0] = new OfficeText(next.getName(), xml(run.budget().counted(zip.getInputStream(next))), shared, run.budget());
                    }
                    CharSequence line = open[0].next();
                    if (line != null) {
                        return line;
                    }
                    open[0] = null;
                }
            }));
        } catch (SinkFailedException failed) {
            throw failed;
        } catch (IOException | RuntimeException broken) {
            run.refuse(part.source().name(), broken instanceof RefusedException refused ? refused.problem()
                    : Problem.of(Problem.Kind.REFUSED, "damaged", "The document is damaged; what came before the damage was read."));
        }
        for (ZipArchiveEntry entry : entries) {
            String name = entry.getName();
            if (!entry.isDirectory() && (name.contains("/media/") || name.contains("/embeddings/") || name.startsWith("Pictures/"))) {
                ZipDecoder.member(part, zip, entry, run);
            }
        }
    }

    private static boolean isText(String name) {
        if (name.endsWith(".rels")) {
            return true;
        }
        if (!name.endsWith(".xml")) {
            return false;
        }
        String file = name.substring(name.lastIndexOf('/') + 1);
        return switch (name.substring(0, Math.max(0, name.lastIndexOf('/')))) {
            case "word" -> file.startsWith("document") || file.startsWith("header") || file.startsWith("footer") || file.startsWith("footnotes") || file.startsWith("endnotes") || file.startsWith("comments");
            case "xl/worksheets", "ppt/slides", "ppt/notesSlides", "ppt/comments" -> true;
            case "xl" -> file.startsWith("comments");
            case "" -> file.equals("content.xml");
            default -> false;
        };
    }

    static XMLStreamReader xml(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            return factory.createXMLStreamReader(in);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private List<String> shared(Run run) throws IOException {
        ZipArchiveEntry entry = zip.getEntry("xl/sharedStrings.xml");
        List<String> strings = new ArrayList<>();
        if (entry == null) {
            return strings;
        }
        long total = 0;
        StringBuilder string = new StringBuilder();
        boolean inText = false;
        int phonetic = 0;
        XMLStreamReader xml = xml(run.budget().counted(zip.getInputStream(entry)));
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        inText = xml.getLocalName().equals("t");
                        phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        inText = false;
                        phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
                        if (xml.getLocalName().equals("si")) {
                            strings.add(string.toString());
                            total += string.length() + 16;
                            string.setLength(0);
                        }
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (inText && phonetic == 0) {
                            string.append(xml.getText());
                        }
                    }
                    default -> { }
                }
                if (total + string.length() > SHARED) {
                    throw RefusedException.of("too-large", "The workbook holds more than " + SHARED + " characters of shared text.");
                }
            }
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
        return strings;
    }

    /** For callers that hold a reader of the text open. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }
}
