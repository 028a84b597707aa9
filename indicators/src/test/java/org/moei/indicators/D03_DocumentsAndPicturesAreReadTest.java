package org.moei.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixth lesson, about documents: text, links and codes of PDF, office files and pictures. */
class D03_DocumentsAndPicturesAreReadTest {
    /** A PromptPay code for an invented number, with its checksum (EMVCo, CRC-16). */
    private static final String PAYMENT = "00020101021129370016A0000006770101110113006681234567853037645802TH6304";

    @TempDir
    private Path folder;

    private static BufferedImage code(String text) {
        try {
            BitMatrix bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 240, 240);
            BufferedImage image = new BufferedImage(240, 240, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < 240; y++) {
                for (int x = 0; x < 240; x++) {
                    image.setRGB(x, y, bits.get(x, y) ? 0 : 0xFFFFFF);
                }
            }
            return image;
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String withChecksum(String payload) {
        int crc = 0xFFFF;
        for (byte b : payload.getBytes(StandardCharsets.US_ASCII)) {
            crc ^= (b & 0xff) << 8;
            for (int i = 0; i < 8; i++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
        }
        return payload + String.format(java.util.Locale.ROOT, "%04X", crc & 0xFFFF);
    }

    @Test
    void aPageOfPdfGivesItsTextItsLinksAndItsCodes() throws IOException {
        Path file = folder.resolve("offer.pdf");
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A5);
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(40, 500);
                content.showText("Telegram @gold_desk7, or press the button");
                content.endText();
                content.drawImage(LosslessFactory.createFromImage(pdf, code("https://code-desk.top/pay")), 40, 100);
            }
            PDAnnotationLink link = new PDAnnotationLink();
            PDActionURI target = new PDActionURI();
            target.setURI("https://jade-desk.top/start");
            link.setAction(target);
            link.setRectangle(new PDRectangle(40, 400, 100, 20));
            page.getAnnotations().add(link);
            pdf.save(file.toFile());
        }
        assertThat(Reads.of(file)).containsExactly("offer.pdf [pdf] telegram gold_desk7", "offer.pdf [pdf] url https://jade-desk.top/start", "offer.pdf [pdf] domain jade-desk.top",
                "offer.pdf [pdf] url https://code-desk.top/pay", "offer.pdf [pdf] domain code-desk.top");
    }

    @Test
    void aPaymentCodeInAPictureIsRead() throws IOException {
        String payload = withChecksum(PAYMENT);
        ImageIO.write(code(payload), "png", folder.resolve("pay.png").toFile());
        assertThat(Reads.of(folder.resolve("pay.png"))).contains("pay.png [qr] emvco " + payload, "pay.png [qr] promptpay +66812345678");
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "jpg", folder.resolve("dark.jpg").toFile());
        assertThat(Reads.of(folder.resolve("dark.jpg"))).isEmpty();
    }

    @Test
    void aWorkbookIsReadRowByRowBesideItsHeader() throws IOException {
        Path file = folder.resolve("people.xlsx");
        try (OutputStream out = Files.newOutputStream(file); Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("list");
            sheet.value(0, 0, "who");
            sheet.value(0, 1, "telegram");
            sheet.value(1, 0, "desk");
            sheet.value(1, 1, "@gold_desk7");
            sheet.value(2, 0, "see jade-desk.top");
        }
        assertThat(Reads.of(file)).containsExactly("people.xlsx [xlsx] telegram gold_desk7", "people.xlsx [xlsx] domain jade-desk.top");
    }

    @Test
    void aLetterIsReadAcrossItsRunsAndItsPictureIsAMember() throws IOException {
        Path file = folder.resolve("letter.docx");
        Path picture = folder.resolve("code.png");
        ImageIO.write(code("https://code-desk.top/pay"), "png", picture.toFile());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8));
            put(zip, "word/document.xml", """
                    <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                    <w:p><w:r><w:t>Add Tele</w:t></w:r><w:r><w:t xml:space="preserve">gram: @gold_</w:t></w:r><w:r><w:t>desk7</w:t></w:r></w:p>
                    <w:p><w:r><w:t>second</w:t></w:r></w:p></w:body></w:document>
                    """.getBytes(StandardCharsets.UTF_8));
            put(zip, "word/_rels/document.xml.rels", """
                    <Relationships><Relationship Id="r1" Type="hyperlink" Target="https://jade-desk.top/start" TargetMode="External"/></Relationships>
                    """.getBytes(StandardCharsets.UTF_8));
            put(zip, "word/media/image1.png", Files.readAllBytes(picture));
        }
        assertThat(Reads.of(file)).containsExactlyInAnyOrder("letter.docx [docx] telegram gold_desk7", "letter.docx [docx] url https://jade-desk.top/start", "letter.docx [docx] domain jade-desk.top",
                "letter.docx!/word/media/image1.png [qr] url https://code-desk.top/pay", "letter.docx!/word/media/image1.png [qr] domain code-desk.top");
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
