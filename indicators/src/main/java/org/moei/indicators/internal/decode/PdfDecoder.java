package org.moei.indicators.internal.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.moei.base.Problem;

/**
 * The text of a PDF page by page, each followed by the targets of its links and the contents of QR codes in its pictures. Files that are
 * attached to it are members. Streams are unpacked once beforehand, counting, because the reader of the format has no limit of its own.
 */
final class PdfDecoder implements Decoder {
    /** The library complains of every slip in a file on standard error; kept here because the logging of the JDK forgets loggers. */
    private static final List<Logger> QUIET = List.of(Logger.getLogger("org.apache.pdfbox"), Logger.getLogger("org.apache.fontbox"));

    static {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
    }

    private static final int PAGES = 20_000;
    private static final int PICTURES = 500;
    /** Streams packed in streams: no program writes more than two. */
    private static final int CHAIN = 4;

    @Override
    public void read(Part part, Run run) throws IOException {
        byte[] bytes = run.whole(part);
        refuseBombs(bytes, run.limits().document() * 2);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            int[] page = {0};
            int[] pictures = {0};
            Stripper stripper = new Stripper(run.limits().operators());
            stripper.setSortByPosition(true);
            run.text(part, "pdf", new Chunks(() -> {
                if (page[0] == Math.min(pdf.getNumberOfPages(), PAGES)) {
                    return null;
                }
                page[0]++;
                stripper.setStartPage(page[0]);
                stripper.setEndPage(page[0]);
                StringBuilder text = new StringBuilder(stripper.getText(pdf));
                stripper.refuseTooMuch();
                PDPage here = pdf.getPage(page[0] - 1);
                links(here, text);
                pictures[0] += codes(here, text, PICTURES - pictures[0], run);
                return text;
            }));
            if (pdf.getNumberOfPages() > PAGES) {
                run.refuse(part.source().name(), Problem.of(Problem.Kind.REFUSED, "too-large", "The PDF has more than " + PAGES + " pages; the rest was not read."));
            }
            attachments(part, pdf, run);
        } catch (InvalidPasswordException encrypted) {
            throw RefusedException.of("encrypted", "The PDF is encrypted.", "it can be saved without its password.");
        }
    }

    /** Forms may draw forms that draw forms: what is drawn is counted, because a small file can ask for any number of it. */
    private static final class Stripper extends PDFTextStripper {
        private final long most;
        private long drawn;

        Stripper(long most) {
            this.most = most;
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            drawn++;
            refuseTooMuch();
            super.processOperator(operator, operands);
        }

        /** The library swallows what is thrown while a form is drawn, so this is asked again behind each page. */
        void refuseTooMuch() throws RefusedException {
            if (drawn > most) {
                throw RefusedException.of("too-large", "The PDF draws more than " + most + " things; the rest was not read.");
            }
        }
    }

    private static void links(PDPage page, StringBuilder text) throws IOException {
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link && link.getAction() instanceof PDActionURI target && target.getURI() != null && text.indexOf(target.getURI()) < 0) {
                text.append('<').append(target.getURI()).append(">\n");
            }
        }
    }

    /** Reads the codes in the pictures of a page and returns how many pictures were looked at. */
    private static int codes(PDPage page, StringBuilder text, int most, Run run) throws IOException {
        PDResources resources = page.getResources();
        int count = 0;
        if (resources == null) {
            return 0;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (count == most) {
                break;
            }
            if (resources.isImageXObject(name) && resources.getXObject(name) instanceof PDImageXObject picture) {
                count++;
                if ((long) picture.getWidth() * picture.getHeight() <= run.limits().pixels()) {
                    BufferedImage image = picture.getImage();
                    PictureDecoder.codes(image).forEach(code -> text.append(code).append('\n'));
                }
            }
        }
        return count;
    }

    private static void attachments(Part part, PDDocument pdf, Run run) throws IOException {
        var names = pdf.getDocumentCatalog().getNames();
        var files = names == null ? null : names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> attached = files == null ? null : files.getNames();
        if (attached == null) {
            return;
        }
        for (Map.Entry<String, PDComplexFileSpecification> file : attached.entrySet()) {
            PDEmbeddedFile embedded = file.getValue().getEmbeddedFile();
            if (embedded != null) {
                run.member(part, file.getKey(), embedded.createInputStream());
            }
        }
    }

    private static void refuseBombs(byte[] pdf, long most) throws IOException {
        byte[] word = {'s', 't', 'r', 'e', 'a', 'm'};
        for (int i = 0; i + 8 < pdf.length; i++) {
            if (pdf[i] == 's' && java.util.Arrays.equals(pdf, i, i + 6, word, 0, 6)) {
                int from = i + 6;
                from += pdf[from] == '\r' ? 1 : 0;
                from += pdf[from] == '\n' ? 1 : 0;
                if ((pdf[from] & 0x0f) == 8 && inflated(new Inflater(), pdf, from, most, 0) > most) {
                    throw RefusedException.of("bomb", "A stream of the PDF unpacks to more than " + most + " bytes; the file was not read.");
                }
                i = from;
            }
        }
    }

    /** How far a stream unpacks, counted up to just over {@code most}; streams in it count too. */
    private static long inflated(Inflater inflater, byte[] bytes, int from, long most, int depth) {
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            byte[] out = new byte[1 << 16];
            long total = 0;
            Inflater inner = null;
            long innerTotal = 0;
            while (!inflater.finished() && total <= most && innerTotal <= most) {
                int read = inflater.inflate(out);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                if (total == 0 && read > 2 && (out[0] & 0x0f) == 8 && ((out[0] & 0xff) << 8 | out[1] & 0xff) % 31 == 0 && depth < CHAIN) {
                    inner = new Inflater();
                }
                total += read;
                if (inner != null) {
                    innerTotal += fed(inner, out, read, most);
                }
            }
            if (inner != null) {
                inner.end();
            }
            return Math.max(total, innerTotal);
        } catch (DataFormatException notPacked) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    private static long fed(Inflater inner, byte[] bytes, int length, long most) {
        inner.setInput(bytes, 0, length);
        byte[] out = new byte[1 << 16];
        long total = 0;
        try {
            while (!inner.finished() && !inner.needsInput() && total <= most) {
                total += inner.inflate(out);
            }
        } catch (DataFormatException notPacked) {
            return total;
        }
        return total;
    }
}
