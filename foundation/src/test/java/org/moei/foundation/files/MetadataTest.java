package org.moei.foundation.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a photo says beside its picture is gone, and the picture is the same, pixel by pixel. The fixtures are made here. */
class MetadataTest {
    private static final String PLACE = "16.7121N 98.5743E";
    private static final String DEVICE = "Telephone of Zyx";

    private static byte[] picture(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(20250212);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] segment(int marker, byte[] content) {
        int length = content.length + 2;
        return joined(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length}, content);
    }

    /** EXIF with the side that is up, a directory of places and the name of the device. */
    private static byte[] exif(ByteOrder order, int side) {
        byte[] device = ascii(DEVICE + "\0");
        byte[] place = ascii(PLACE + "\0");
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + 2 + 12 + 4 + device.length + place.length).order(order);
        tiff.put(ascii(order == ByteOrder.BIG_ENDIAN ? "MM" : "II")).putShort((short) 42).putInt(8);
        int second = 8 + 2 + 36 + 4;
        int data = second + 2 + 12 + 4;
        tiff.putShort((short) 3);
        tiff.putShort((short) 0x010F).putShort((short) 2).putInt(device.length).putInt(data);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) side).putShort((short) 0);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(second);
        tiff.putInt(0);
        tiff.putShort((short) 1).putShort((short) 2).putShort((short) 2).putInt(place.length).putInt(data + device.length).putInt(0);
        tiff.put(device).put(place);
        return joined(ascii("Exif\0\0"), tiff.array());
    }

    private static byte[] photo(ByteOrder order, int side) throws IOException {
        byte[] plain = picture("jpg");
        return joined(
                Arrays.copyOf(plain, 2), segment(0xE1, exif(order, side)), segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0<x>" + PLACE + "</x>")), segment(0xFE, ascii(DEVICE)),
                segment(0xED, ascii("Photoshop 3.0\0" + PLACE)), Arrays.copyOfRange(plain, 2, plain.length), ascii("after the end: " + PLACE));
    }

    private static void assertSamePicture(byte[] one, byte[] other) throws IOException {
        BufferedImage left = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(one)));
        BufferedImage right = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(other)));
        int[] pixels = left.getRGB(0, 0, left.getWidth(), left.getHeight(), null, 0, left.getWidth());
        assertThat(right.getRGB(0, 0, right.getWidth(), right.getHeight(), null, 0, right.getWidth())).isEqualTo(pixels);
    }

    private static void assertSaysNothing(byte[] file) {
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain(PLACE, DEVICE, "adobe.com", "Photoshop");
    }

    @Test
    void aPhotoLosesPlaceDeviceCommentsAndWhatFollowsItsEndAndKeepsEachPixel() throws IOException {
        byte[] photo = photo(ByteOrder.BIG_ENDIAN, 1);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(PLACE, DEVICE);
        byte[] stripped = FileType.JPEG.strip(photo);
        assertSaysNothing(stripped);
        assertThat(new String(stripped, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        assertSamePicture(photo, stripped);
        assertThat(FileType.JPEG.strip(stripped)).as("nothing more to take").isEqualTo(stripped);
    }

    @Test
    void whichSideIsUpStaysAndIsAllThatIsLeftOfExif() throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] stripped = FileType.JPEG.strip(photo(order, 6));
            assertSaysNothing(stripped);
            String text = new String(stripped, StandardCharsets.ISO_8859_1);
            int at = text.indexOf("Exif\0\0MM");
            assertThat(at).isPositive();
            assertThat(stripped[at + 25]).isEqualTo((byte) 6);
            assertThat(stripped[at - 1]).as("length of the segment").isEqualTo((byte) 34);
        }
    }

    @Test
    void aPreviewInTheHeadOfAPhotoGoes() throws IOException {
        byte[] plain = picture("jpg");
        byte[] preview = joined(ascii("JFIF\0"), new byte[] {1, 2, 0, 0, 1, 0, 1, 2, 2}, ascii("twelve bytes"));
        byte[] with = joined(Arrays.copyOf(plain, 2), segment(0xE0, preview), Arrays.copyOfRange(plain, 20, plain.length));
        byte[] stripped = FileType.JPEG.strip(with);
        assertThat(new String(stripped, StandardCharsets.ISO_8859_1)).doesNotContain("twelve bytes");
        assertSamePicture(plain, stripped);
    }

    private static byte[] chunk(String name, byte[] content) {
        CRC32 check = new CRC32();
        check.update(ascii(name));
        check.update(content);
        return joined(ByteBuffer.allocate(4).putInt(content.length).array(), ascii(name), content, ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    @Test
    void aScanLosesTextsTimesAndExifAndKeepsEachPixel() throws IOException {
        byte[] plain = picture("png");
        byte[] scan = joined(
                Arrays.copyOf(plain, 33), chunk("tEXt", ascii("Comment\0" + PLACE)), chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0" + DEVICE)), chunk("eXIf", exif(ByteOrder.BIG_ENDIAN, 1)),
                chunk("tIME", new byte[7]), chunk("prVt", ascii(PLACE)), Arrays.copyOfRange(plain, 33, plain.length), ascii(PLACE));
        byte[] stripped = FileType.PNG.strip(scan);
        assertSaysNothing(stripped);
        assertThat(new String(stripped, StandardCharsets.ISO_8859_1)).doesNotContain("tIME");
        assertSamePicture(scan, stripped);
    }

    private static byte[] riff(String form, byte[]... chunks) {
        byte[] body = joined(ascii(form), joined(chunks));
        return joined(ascii("RIFF"), ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).array(), body);
    }

    private static byte[] little(String name, byte[] content) {
        byte[] length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(content.length).array();
        return joined(ascii(name), length, content, new byte[content.length % 2]);
    }

    @Test
    void webpAndWavLoseTheirTextsToo() {
        byte[] webp = riff("WEBP", little("VP8X", new byte[] {0x2C, 0, 0, 0, 63, 0, 0, 47, 0, 0}), little("VP8L", ascii("the picture")), little("EXIF", exif(ByteOrder.LITTLE_ENDIAN, 1)), little("XMP ", ascii(PLACE)));
        byte[] stripped = FileType.WEBP.strip(webp);
        assertThat(stripped).isEqualTo(riff("WEBP", little("VP8X", new byte[] {0, 0, 0, 0, 63, 0, 0, 47, 0, 0}), little("VP8L", ascii("the picture"))));
        byte[] wav = riff("WAVE", little("fmt ", new byte[16]), little("LIST", ascii("INFO" + DEVICE)), little("data", ascii("the sound")), little("id3 ", ascii(PLACE)));
        assertThat(FileType.WAV.strip(wav)).isEqualTo(riff("WAVE", little("fmt ", new byte[16]), little("data", ascii("the sound"))));
    }

    @Test
    void whatIsNotBuiltLikeItsTypeIsNotTakenForIt() throws IOException {
        byte[] photo = picture("jpg");
        byte[] scan = picture("png");
        for (byte[] broken : new byte[][] {ascii("\u00ff\u00d8\u00ff\u00e0 a made up photo"), Arrays.copyOf(photo, 40), joined(Arrays.copyOf(photo, 2), new byte[50])}) {
            assertThatThrownBy(() -> FileType.JPEG.strip(broken)).isInstanceOf(MalformedFileException.class);
        }
        for (byte[] broken : new byte[][] {Arrays.copyOf(scan, 60), joined(Arrays.copyOf(scan, 8), new byte[] {-1, -1, -1, -1})}) {
            assertThatThrownBy(() -> FileType.PNG.strip(broken)).isInstanceOf(MalformedFileException.class);
        }
        assertThatThrownBy(() -> FileType.WEBP.strip(riff("WEBP"))).isInstanceOf(MalformedFileException.class);
    }

    @Test
    void anyCutOfAPhotoIsRefusedOrStrippedAndNeverWorse() throws IOException {
        byte[] photo = photo(ByteOrder.LITTLE_ENDIAN, 3);
        for (int length = 3; length < photo.length; length += 7) {
            byte[] cut = Arrays.copyOf(photo, length);
            try {
                assertSaysNothing(FileType.JPEG.strip(cut));
            } catch (MalformedFileException e) {
                assertThat(length).isLessThan(photo.length - 20);
            }
        }
    }

    @Test
    void formsWhoseMetadataStayAreNamed() {
        assertThat(Arrays.stream(FileType.values()).filter(type -> !type.isStripped())).containsExactly(FileType.PDF, FileType.MP4, FileType.MP3, FileType.OGG);
        assertThat(FileType.of(ascii("\0\0\0\u0018ftypheic\0\0\0\0"))).as("a photo whose metadata cannot be taken out").isEmpty();
        assertThat(FileType.of(ascii("\0\0\0\u0018ftypmp42\0\0\0\0"))).contains(FileType.MP4);
    }
}
