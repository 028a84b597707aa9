package org.moei.console.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.protection.people.People;

/** A photo is added and seen by whoever holds the person, and by nobody else. */
class FilePagesTest {
    private static final String PLACE = "16.7121N 98.5743E";

    /** One pixel, with a comment that says where it was taken. */
    private static byte[] photo() throws IOException {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "jpg", picture);
        byte[] plain = picture.toByteArray();
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.write(plain, 0, 2);
        photo.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (PLACE.length() + 2)});
        photo.writeBytes(PLACE.getBytes(StandardCharsets.US_ASCII));
        photo.write(plain, 2, plain.length - 2);
        return photo.toByteArray();
    }

    @Test
    void aHolderAddsAPhotoAndSeesItAndAStrangerGetsWhatNobodysPageGets() throws IOException, InterruptedException {
        try (RealWings wings = new RealWings()) {
            Hand hand = wings.hand(RealWings.viewer(RealWings.DESK, Role.RECEPTION, "immigration"));
            UUID person = new UUID(0x7000, 4711);
            wings.protection.people().keep(wings.protection.people().register(hand, person, new People.Arrival(wings.protection.reception().takeToken(), "ETH", "f", "18-24", "am", "", "released", "mae-sot", "")));
            String page = "/people/" + person + "/files";

            Visitor desk = Visitor.signedIn(wings.console.port(), RealWings.DESK);
            assertThat(desk.get(page).body()).contains("Nothing was added.");
            assertThat(desk.get("/people/" + person).body()).contains("href=\"" + page + "\"");
            HttpResponse<String> refused = desk.postFile(page, page + "?kind=photo", "file", "photo.jpg", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
            assertThat(refused.statusCode()).as("by its content, not its name").isEqualTo(422);
            assertThat(desk.postFile(page, page + "?kind=photo&title=Face", "file", "anything.bin", photo()).statusCode()).isEqualTo(302);
            Matcher link = Pattern.compile("href=\"(" + page + "/[0-9a-f-]{36})\"").matcher(desk.get(page).body());
            assertThat(link.find()).isTrue();

            HttpResponse<String> photo = desk.get(link.group(1));
            assertThat(photo.statusCode()).isEqualTo(200);
            assertThat(photo.body()).contains("JFIF").doesNotContain(PLACE);
            assertThat(photo.headers().firstValue("content-type")).contains("image/jpeg");
            assertThat(photo.headers().firstValue("cache-control")).contains("no-store");
            assertThat(photo.headers().firstValue("x-content-type-options")).contains("nosniff");

            assertThat(desk.get(page).body()).doesNotContain("as it came");
            desk.postFile(page, page + "?kind=scan&title=Letter", "file", "letter.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
            assertThat(desk.get(page).body()).as("whoever looks at a form that is not stripped is told").contains("as it came");

            Visitor stranger = Visitor.signedIn(wings.console.port(), RealWings.OTHER);
            HttpResponse<String> denied = stranger.get(link.group(1));
            HttpResponse<String> nothing = stranger.get("/people/" + new UUID(0x7000, 1) + "/files/" + new UUID(0x7000, 2));
            assertThat(denied.statusCode()).isEqualTo(nothing.statusCode()).isNotEqualTo(200);
            assertThat(denied.body()).doesNotContain("JFIF").hasSameSizeAs(nothing.body());
            assertThat(stranger.get(page).statusCode()).isEqualTo(nothing.statusCode());
        }
    }
}
