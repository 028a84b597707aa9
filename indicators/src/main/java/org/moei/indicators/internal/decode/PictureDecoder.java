package org.moei.indicators.internal.decode;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The contents of the QR codes in a picture, one a line; a picture without any gives no text. Payment codes hold EMVCo payloads. */
final class PictureDecoder implements Decoder {
    /** Beyond this many dots a picture is read at half its width and height, and so on. */
    private static final long DOTS = 16_000_000;

    @Override
    public void read(Part part, Run run) throws IOException {
        if (part.content().size() > run.limits().document()) {
            throw RefusedException.of("too-large", "The picture has more than " + run.limits().document() + " bytes.");
        }
        try (InputStream in = part.content().open(); ImageInputStream image = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(image);
            if (!readers.hasNext()) {
                throw RefusedException.of("damaged", "The picture cannot be read.");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(image, true, true);
                long dots = (long) reader.getWidth(0) * reader.getHeight(0);
                if (dots > run.limits().pixels()) {
                    throw RefusedException.of("too-large", "The picture has " + dots + " dots; at most " + run.limits().pixels() + " are read.");
                }
                ImageReadParam how = reader.getDefaultReadParam();
                int step = 1;
                while (dots / ((long) step * step) > DOTS) {
                    step++;
                }
                how.setSourceSubsampling(step, step, 0, 0);
                List<String> codes = codes(reader.read(0, how));
                if (!codes.isEmpty()) {
                    run.text(part, "qr", new StringReader(String.join("\n", codes) + "\n"));
                }
            } finally {
                reader.dispose();
            }
        }
    }

    /** The contents of all codes in the picture, dark on light or light on dark, each once. */
    static List<String> codes(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (width < 21 || height < 21) {
            return List.of();
        }
        int[] dots = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < dots.length; i++) {
            if (dots[i] >>> 24 == 0) {
                dots[i] = 0xFFFFFFFF;
            }
        }
        LuminanceSource light = new RGBLuminanceSource(width, height, dots);
        Set<String> codes = new LinkedHashSet<>(read(light));
        if (codes.isEmpty()) {
            codes.addAll(read(light.invert()));
        }
        return new ArrayList<>(codes);
    }

    private static List<String> read(LuminanceSource source) {
        try {
            List<String> codes = new ArrayList<>();
            for (Result result : new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))) {
                codes.add(result.getText());
            }
            return codes;
        } catch (NotFoundException none) {
            return List.of();
        }
    }
}
