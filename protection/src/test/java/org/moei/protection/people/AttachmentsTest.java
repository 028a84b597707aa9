package org.moei.protection.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.ProblemException;
import org.moei.foundation.access.AccessLog;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.foundation.files.FileType;
import org.moei.foundation.files.SealedFiles;
import org.moei.protection.Protection;
import org.moei.protection.TestProtection;

/** A photo is sealed under the person's key, named in the journal, shown to holders only, and gone with the person. */
class AttachmentsTest {
    private final TestProtection house = new TestProtection(1);
    private final Viewer desk = house.viewer("immigration", Role.RECEPTION, "mae-sot");
    private final Viewer stranger = house.viewer("welfare", Role.CASE_MANAGER, Viewer.EVERYWHERE);
    private final Hand hand = house.hand(desk);

    @TempDir
    private Path folder;

    private Protection wing;
    private UUID person;
    private byte[] photo;

    @BeforeEach
    void open() {
        house.wing().close();
        wing = Protection.open(house.database().wing(Wing.PROTECTION), house.vault(), () -> TestProtection.NOW, true, folder);
        wing.people().keep(wing.people().rule(hand, RecordKind.PERSON, "*", "immigration", "reception"));
        person = house.id();
        wing.people().keep(wing.people().register(hand, person, new People.Arrival(1, "ETH", "f", "18-24", "am", "", "released", "mae-sot", "")));
        photo = noise();
    }

    /** A photo of 400 by 400 pixels, none like the other. */
    private static byte[] noise() {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(20250212);
        for (int i = 0; i < 160_000; i++) {
            image.setRGB(i % 400, i / 400, random.nextInt(1 << 24));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @AfterEach
    void close() {
        wing.close();
        house.close();
    }

    private UUID add() {
        return wing.attachments().add(hand, person, "photo", "Face, taken at the desk", new ByteArrayInputStream(photo));
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aHolderSeesItAgainAndTheDiskShowsNothingOfIt() throws IOException {
        UUID file = add();
        assertThat(wing.attachments().list(desk, person)).containsExactly(new Attachments.Shown(file, "photo", "Face, taken at the desk", FileType.JPEG, photo.length, false));
        Attachments.Opened opened = wing.attachments().open(desk, person, file);
        assertThat(opened.content()).isEqualTo(photo);
        assertThat(opened.type()).isEqualTo(FileType.JPEG);
        assertThat(wing.foundation().accessLog().list(Long.MAX_VALUE, 1)).extracting(AccessLog.Entry::what).containsExactly("file");
        String disk = new String(Files.readAllBytes(stored().getFirst()), StandardCharsets.ISO_8859_1);
        assertThat(disk).doesNotContain(new String(photo, 1_000, 16, StandardCharsets.ISO_8859_1), "Face");
    }

    @Test
    void whatAPhotoSaysOfPlaceAndDeviceIsNotKeptAndAPdfIsKeptWithAWarning() {
        byte[] place = "\u00ff\u00fe\u0000\u001416.7121N 98.5743E ".getBytes(StandardCharsets.ISO_8859_1);
        byte[] telling = new byte[photo.length + place.length];
        System.arraycopy(photo, 0, telling, 0, 2);
        System.arraycopy(place, 0, telling, 2, place.length);
        System.arraycopy(photo, 2, telling, 2 + place.length, photo.length - 2);
        UUID file = wing.attachments().add(hand, person, "photo", "", new ByteArrayInputStream(telling));
        assertThat(wing.attachments().open(desk, person, file).content()).isEqualTo(photo);
        wing.attachments().add(hand, person, "scan", "A letter", new ByteArrayInputStream("%PDF-1.7 made by somebody".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(wing.attachments().list(desk, person)).extracting(Attachments.Shown::asItCame).containsExactly(false, true);
    }

    @Test
    void whoDoesNotHoldThePersonIsDeniedInTheSameWordsForARealAndForNoFile() {
        UUID file = add();
        assertThatThrownBy(() -> wing.attachments().open(stranger, person, file)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> wing.attachments().list(stranger, person)).isInstanceOf(ProblemException.class);
        String real = org.assertj.core.api.Assertions.catchThrowable(() -> wing.attachments().open(stranger, person, file)).getMessage();
        String none = org.assertj.core.api.Assertions.catchThrowable(() -> wing.attachments().open(stranger, house.id(), house.id())).getMessage();
        assertThat(real).isEqualTo(none);
    }

    @Test
    void anErasureTakesTheFileAndItsKey() throws IOException {
        UUID file = add();
        byte[] sealed = Files.readAllBytes(stored().getFirst());
        Hand officer = house.hand(house.viewer("office", Role.DATA_PROTECTION_OFFICER, Viewer.EVERYWHERE));
        Erasure erasure = wing.erasure();
        String token = wing.roster().system().find(person).orElseThrow().token();
        erasure.erase(officer, erasure.plan(officer, token), "as asked").forEach(wing.people()::keep);
        assertThat(stored()).isEmpty();
        assertThat(wing.attachments().verify()).isEmpty();
        assertThatThrownBy(() -> house.vault().openFile(person, file, new ByteArrayInputStream(sealed))).as("from a backup").isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("erased"));
    }

    @Test
    void aChangedSwappedOrMissingFileIsFoundWithoutKeysAndNotShown() throws IOException {
        UUID file = add();
        assertThat(wing.attachments().verify()).isEmpty();
        Path stored = stored().getFirst();
        byte[] whole = Files.readAllBytes(stored);
        byte[] changed = whole.clone();
        changed[whole.length / 2] ^= 1;
        Files.write(stored, changed);
        assertThat(wing.attachments().verify()).hasSize(1);
        assertThatThrownBy(() -> wing.attachments().open(desk, person, file)).hasMessageContaining("not the one that the journal names");
        Files.delete(stored);
        assertThat(wing.attachments().verify()).hasSize(1);
        Files.write(stored, whole);
        UUID second = add();
        Path other = stored().stream().filter(p -> p.toString().contains(second.toString())).findFirst().orElseThrow();
        Files.write(other, whole);
        assertThatThrownBy(() -> wing.attachments().open(desk, person, second)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatIsNoPhotoScanOrRecordingIsRefusedWhateverItIsCalledAndLeavesNothing() throws IOException {
        for (String content : List.of("\u00ff\u00d8\u00ff\u00e0 begins like a photo", "<html><script>", "<svg xmlns=\"http://www.w3.org/2000/svg\">", "MZ\u0090\u0000 an executable", "PK\u0003\u0004 an archive", "")) {
            assertThatThrownBy(() -> wing.attachments().add(hand, person, "photo", "photo.jpg", new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1))))
                    .hasMessageContaining("no photo, scan or recording");
        }
        byte[] large = Arrays.copyOf(photo, (int) SealedFiles.MAXIMUM + 1);
        assertThatThrownBy(() -> wing.attachments().add(hand, person, "photo", "", new ByteArrayInputStream(large))).hasMessageContaining("larger than 25 MB");
        assertThat(stored()).isEmpty();
        assertThat(wing.attachments().list(desk, person)).isEmpty();
    }
}
