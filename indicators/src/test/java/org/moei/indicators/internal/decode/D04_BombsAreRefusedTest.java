package org.moei.indicators.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.indicators.Documents.Source;

/** Seventh lesson, about bombs: whatever is blown up beyond its limit is refused by name, and the rest is read. */
class D04_BombsAreRefusedTest {
    /** Small limits, so that the bombs of the test are small too: 3 deep, 50 members, a million bytes, documents of 100,000, a thousand things drawn. */
    private static final Limits SMALL = new Limits(3, 50, 1_000_000, 2, 100_000, 10_000, 1000);

    private static List<String> read(String name, byte[] bytes) throws IOException {
        List<String> out = new ArrayList<>();
        new Decoders(new Decoders.Into() {
            @Override
            public void text(Source source, Reader text) throws IOException {
                long length = text.skip(Long.MAX_VALUE);
                out.add(source.name() + " " + length);
            }

            @Override
            public void member(Source source) {}

            @Override
            public void refused(String part, Problem problem) {
                out.add(part + ": " + problem.code());
            }
        }, false, SMALL).read(new Source(name, "", Optional.empty()), new Content.Held(bytes));
        return out;
    }

    private static byte[] zip(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void aStreamThatNeverEndsIsRefused() throws IOException {
        assertThat(read("zeros.gz", gzip(new byte[5_000_000]))).containsExactly("zeros.gz: bomb");
    }

    @Test
    void aMemberThatIsTooLargeIsNamed() throws IOException {
        assertThat(read("b.zip", zip("zeros.bin", new byte[5_000_000]))).containsExactly("b.zip!/zeros.bin: bomb", "b.zip: bomb");
    }

    @Test
    void archivesInArchivesEndSomewhere() throws IOException {
        byte[] packed = "x".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 6; i++) {
            packed = zip("n.zip", packed);
        }
        assertThat(read("b.zip", packed)).containsExactly("b.zip!/n.zip!/n.zip!/n.zip!/n.zip: nested-too-deep");
    }

    @Test
    void tooManyMembersAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 60; i++) {
                zip.putNextEntry(new ZipEntry(i + ".txt"));
                zip.write('x');
            }
        }
        assertThat(read("many.zip", out.toByteArray())).hasSize(51).last().isEqualTo("many.zip: too-many-members");
    }

    @Test
    void aStreamInAPdfThatUnpacksTooFarIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.5\n1 0 obj <</Filter/FlateDecode/Length 5>> stream\n".getBytes(StandardCharsets.US_ASCII));
        try (OutputStream stream = new DeflaterOutputStream(out)) {
            stream.write(new byte[5_000_000]);
        }
        assertThat(read("a.pdf", out.toByteArray())).containsExactly("a.pdf: bomb");
    }

    @Test
    void aPictureWithTooManyDotsIsRefusedBeforeItIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        assertThat(read("a.png", out.toByteArray())).containsExactly("a.png: too-large");
    }

    @Test
    void deeplyNestedMarkUpIsReadOrRefusedButNeverEndsTheRun() throws IOException {
        String deep = "<div>".repeat(15_000) + "x";
        assertThat(read("a.html", deep.getBytes(StandardCharsets.UTF_8))).hasSize(1);
        String brackets = "[".repeat(50_000);
        assertThat(read("a.json", brackets.getBytes(StandardCharsets.UTF_8))).containsExactly("a.json 50000");
    }

    @Test
    void aWorkbookThatNamesOneTextOverAndOverIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String[] part : new String[][] {{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"},
                {"xl/sharedStrings.xml", "<sst><si><t>" + "x".repeat(10_000) + "</t></si></sst>"},
                {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + "<row><c t=\"s\"><v>0</v></c></row>".repeat(300) + "</sheetData></worksheet>"}}) {
                zip.putNextEntry(new ZipEntry(part[0]));
                zip.write(part[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(read("a.xlsx", out.toByteArray())).containsExactly("a.xlsx: bomb");
    }

    @Test
    void aPdfWhoseFormsDrawFormsIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            PDFormXObject inner = null;
            for (int level = 0; level < 4; level++) {
                PDFormXObject form = new PDFormXObject(pdf);
                form.setBBox(new PDRectangle(100, 100));
                PDResources resources = new PDResources();
                StringBuilder content = new StringBuilder();
                if (inner != null) {
                    resources.put(COSName.getPDFName("F"), inner);
                    content.append("/F Do ".repeat(20));
                } else {
                    content.append("q Q ".repeat(20));
                }
                form.setResources(resources);
                try (OutputStream stream = form.getStream().createOutputStream()) {
                    stream.write(content.toString().getBytes(StandardCharsets.US_ASCII));
                }
                inner = form;
            }
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.drawForm(inner);
            }
            pdf.save(out);
        }
        assertThat(read("a.pdf", out.toByteArray())).containsExactly("a.pdf: too-large");
    }
}
