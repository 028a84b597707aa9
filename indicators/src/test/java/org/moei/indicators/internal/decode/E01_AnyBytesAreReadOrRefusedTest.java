package org.moei.indicators.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.indicators.Documents.Source;

/**
 * Every decoder, on sound files of which some bytes were changed, cut out, doubled or cut off: it gives what it can and names what it cannot,
 * never throws and never runs on. The seed is printed; {@code -Dseed=…} runs it again.
 */
class E01_AnyBytesAreReadOrRefusedTest {
    private static final Limits SMALL = new Limits(4, 200, 4_000_000, 2, 1_000_000, 200_000, 100_000);
    private static final long SLOWEST_NANOS = 60_000_000_000L;

    @Test
    void brokenFilesOfEveryKindEndInTextOrRefusal() throws IOException {
        broken(40);
    }

    @Test
    @Tag("nightly")
    void manyMoreBrokenFilesEndInTextOrRefusal() throws IOException {
        broken(20_000);
    }

    private static void broken(int rounds) throws IOException {
        long seed = Long.getLong("seed", 20250216);
        System.out.println("seed " + seed);
        for (Map.Entry<String, byte[]> sound : sound().entrySet()) {
            SplittableRandom random = new SplittableRandom(seed);
            assertThat(refusals(sound.getKey(), sound.getValue())).as(sound.getKey()).isZero();
            for (int i = 0; i < rounds; i++) {
                byte[] bytes = changed(sound.getValue(), random);
                long start = System.nanoTime();
                try {
                    refusals(sound.getKey(), bytes);
                } catch (IOException | RuntimeException thrown) {
                    throw new AssertionError(sound.getKey() + ", round " + i + ", seed " + seed, thrown);
                }
                assertThat(System.nanoTime() - start).as("%s, round %d, seed %d", sound.getKey(), i, seed).isLessThan(SLOWEST_NANOS);
            }
        }
    }

    private static int refusals(String name, byte[] bytes) throws IOException {
        int[] refusals = {0};
        new Decoders(new Decoders.Into() {
            @Override
            public void text(Source source, Reader text) throws IOException {
                text.skip(Long.MAX_VALUE);
            }

            @Override
            public void member(Source source) {}

            @Override
            public void refused(String part, Problem problem) {
                refusals[0]++;
            }
        }, false, SMALL).read(new Source(name, "", Optional.empty()), new Content.Held(bytes));
        return refusals[0];
    }

    private static byte[] changed(byte[] sound, SplittableRandom random) {
        byte[] bytes = sound.clone();
        for (int i = 1 + random.nextInt(6); i > 0 && bytes.length > 1; i--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(64), bytes.length - at);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                case 2 -> bytes = spliced(bytes, at, at + length, 0);
                case 3 -> bytes = spliced(bytes, at, at + length, 2);
                default -> bytes = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
            }
        }
        return bytes;
    }

    /** The bytes with [from, to) as often as asked. */
    private static byte[] spliced(byte[] bytes, int from, int to, int times) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        for (int i = 0; i < times; i++) {
            out.write(bytes, from, to - from);
        }
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private static Map<String, byte[]> sound() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : new String[] {"nested.zip", "notes.tar.gz", "notes.tar.zst", "notes.txt.bz2", "notes.txt.xz", "message.eml", "two.mbox"}) {
            try (InputStream in = E01_AnyBytesAreReadOrRefusedTest.class.getResourceAsStream("/decode/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("The resource (" + name + ") is missing.");
                }
                files.put(name, in.readAllBytes());
            }
        }
        files.put("a.html", "<!doctype html><html><p>a<b>b<table><tr><td>c</table><a href='https://d.example/'>e</a><script>f</script><svg><math>g".getBytes(StandardCharsets.UTF_8));
        files.put("a.json", "{\"a\": [1, {\"text\": [\"b\", {\"text\": \"c\", \"href\": \"d\"}]}], \"messages\": \"\\u0041\\ud83d\"}".getBytes(StandardCharsets.UTF_8));
        files.put("a.csv", "a;b;\"c\nd\"\n1;2;\"\"\"\"\n".getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.showText("jade-desk.example");
                content.endText();
            }
            document.save(pdf);
        }
        files.put("a.pdf", pdf.toByteArray());
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(xlsx, "test", "1.0")) {
            book.newWorksheet("a").value(0, 0, "jade-desk.example");
        }
        files.put("a.xlsx", xlsx.toByteArray());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(code(), "png", png);
        files.put("a.png", png.toByteArray());
        return files;
    }

    private static BufferedImage code() {
        try {
            BitMatrix bits = new QRCodeWriter().encode("jade-desk.example", BarcodeFormat.QR_CODE, 80, 80);
            BufferedImage image = new BufferedImage(80, 80, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < 80; y++) {
                for (int x = 0; x < 80; x++) {
                    image.setRGB(x, y, bits.get(x, y) ? 0 : 0xFFFFFF);
                }
            }
            return image;
        } catch (WriterException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
