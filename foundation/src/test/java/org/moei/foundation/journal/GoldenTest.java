package org.moei.foundation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

/**
 * Every type and version of action in the code has a sealed sample that was once written and stays readable, byte for byte; the
 * keys that open the samples lie beside them, in the formats of that time. {@code -Dgolden=write} writes samples of new types;
 * those that stand are never written again.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final Instant TIME = Instant.parse("2025-02-20T03:00:00Z");

    /** Where actions are made. Texts of pages look like types of actions, so the console's pages are left out. */
    private static final List<Path> SOURCES = Stream.of("protection", "disruption", "gate", "console/src/main/java/org/moei/console/demo").map(p -> Path.of("..").resolve(p)).toList();

    private static final Pattern TYPE = Pattern.compile("\"((?:people|reception|screening|repatriation|consent|tracing|referral|gate|testimony|received|picture|sites|supplies|networks|claims|threats|sharing|briefing)\\.(?!csv)[a-z]+(?:-[a-z]+)*)\"(?:,\\s*(\\d+))?");
    private static final Pattern STEP = Pattern.compile("step\\(hand, person, \"([a-z-]+)\"\\)");

    @TempDir
    private Path keys;

    private static Set<String> typesInTheCode() {
        Set<String> types = new TreeSet<>();
        for (Path source : SOURCES) {
            if (!Files.isDirectory(source)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(source)) {
                files.filter(f -> f.toString().endsWith(".java") && f.toString().contains("/src/main/")).forEach(f -> read(f, types));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return types;
    }

    private static void read(Path file, Set<String> types) {
        try {
            String text = Files.readString(file);
            for (Matcher found = TYPE.matcher(text); found.find(); ) {
                types.add(found.group(1) + "." + (found.group(2) == null ? "1" : found.group(2)));
            }
            for (Matcher found = STEP.matcher(text); found.find(); ) {
                types.add("repatriation." + found.group(1) + ".1");
            }
            if (text.contains("\"consent.\" + answer.state()")) {
                types.addAll(List.of("consent.given.1", "consent.refused.1", "consent.revoked.1", "consent.unanswered.1"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
    }

    private Vault vault() throws IOException {
        for (String name : List.of("root", "agencies.keys", "records.keys", "signing")) {
            if (Files.exists(FOLDER.resolve("keys").resolve(name))) {
                Files.copy(FOLDER.resolve("keys").resolve(name), keys.resolve(name));
            }
        }
        return FolderVault.ofRehearsal(keys, new SecureRandom());
    }

    @Test
    void everyTypeAndVersionOfActionInTheCodeHasASample() throws IOException {
        Set<String> types = typesInTheCode();
        assertThat(types).contains("people.person-registered.1", "repatriation.departed.1", "consent.given.1");
        if ("write".equals(System.getProperty("golden"))) {
            write(types);
        }
        assertThat(samples()).extracting(f -> f.getFileName().toString().replace(".json", "")).containsAll(types);
    }

    @Test
    void everySampleIsReadBackWrittenAgainByteForByteAndOpens() throws IOException {
        try (Vault vault = vault()) {
            for (Path sample : samples()) {
                byte[] bytes = Files.readAllBytes(sample);
                Envelope envelope = Envelope.decode(bytes);
                assertThat(envelope.encode()).as("%s", sample).isEqualTo(bytes);
                assertThat(envelope.type() + "." + envelope.version() + ".json").isEqualTo(sample.getFileName().toString());
                assertThat(envelope.parts()).hasSize(2);
                for (Envelope.SealedPart part : envelope.parts()) {
                    String content = new String(vault.open(part.sealed()), java.nio.charset.StandardCharsets.UTF_8);
                    assertThat(content).as("%s", sample).isEqualTo("{\"sample\":\"" + envelope.type() + "\",\"script\":\"አበበ 王 ကို\"}");
                }
            }
        }
    }

    private void write(Set<String> types) throws IOException {
        Path target = FOLDER.resolve("keys");
        Files.createDirectories(target);
        try (Vault vault = vault()) {
            for (String each : types) {
                Path file = FOLDER.resolve(each + ".json");
                if (Files.exists(file)) {
                    continue;
                }
                String type = each.substring(0, each.lastIndexOf('.'));
                UUID record = UUID.nameUUIDFromBytes(("record of " + each).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                Map<String, String> content = Map.of("sample", type, "script", "አበበ 王 ကို");
                Action action = Action.of(UUID.nameUUIDFromBytes(each.getBytes(java.nio.charset.StandardCharsets.UTF_8)), type, Integer.parseInt(each.substring(each.lastIndexOf('.') + 1)))
                        .by(new UUID(0, 7), "immigration", "mae-sot", "reception", "golden")
                        .happened(TIME)
                        .touch(record, "person", Action.ANY)
                        .clear("state", "here")
                        .clear("holder-place", "mae-sot")
                        .seal(record, "sample", content)
                        .sealForAgency("sample", content)
                        .build();
                Files.write(file, Envelope.seal(action, TIME.plusMillis(5), vault).encode());
            }
            vault.flush();
        }
        for (String name : List.of("root", "agencies.keys", "records.keys")) {
            Files.copy(keys.resolve(name), target.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
