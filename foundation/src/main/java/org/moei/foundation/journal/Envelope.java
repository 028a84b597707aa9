package org.moei.foundation.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.moei.foundation.vault.Vault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A sealed action as it stands in the journal. Its canonical bytes are one line of JSON with the properties in order of
 * their names; they are the leaf of the tree and the line of an export. Reading refuses any other bytes.
 *
 * @param recorded when the writer appended it
 * @param parts sealed content; the header inside each names record (or agency), action and group
 */
public record Envelope(
        UUID id,
        String type,
        int version,
        String agency,
        String place,
        String purpose,
        UUID actor,
        String device,
        Instant happened,
        Instant recorded,
        List<Action.Touch> touches,
        SortedMap<String, String> clear,
        List<SealedPart> parts) {

    /** Sealed content: empty {@code about} means the agency's key. */
    public record SealedPart(Optional<UUID> about, String group, byte[] sealed) {}

    /** Seals an action. Content is sealed here and nowhere else. */
    static Envelope seal(Action action, Instant recorded, Vault vault) {
        List<SealedPart> parts = new ArrayList<>(action.parts().size());
        for (Action.Part part : action.parts()) {
            byte[] sealed = part.about().isPresent()
                    ? vault.sealForRecord(part.about().get(), action.agency(), action.id(), part.group(), part.content())
                    : vault.sealForAgency(action.agency(), action.id(), part.group(), part.content());
            parts.add(new SealedPart(part.about(), part.group(), sealed));
        }
        return new Envelope(
                action.id(), action.type(), action.version(), action.agency(), action.place(), action.purpose(), action.actor(),
                action.device(), action.happened(), recorded, action.touches(), action.clear(), parts);
    }

    Envelope recordedAt(Instant time) {
        return new Envelope(id, type, version, agency, place, purpose, actor, device, happened, time, touches, clear, parts);
    }

    /** The sealed part of a group about a record. */
    public Optional<SealedPart> findPart(UUID about, String group) {
        return parts.stream().filter(p -> p.group().equals(group) && p.about().equals(Optional.of(about))).findFirst();
    }

    /** The sealed part of a group about nobody. */
    public Optional<SealedPart> findAgencyPart(String group) {
        return parts.stream().filter(p -> p.group().equals(group) && p.about().isEmpty()).findFirst();
    }

    /** The first record that plays a role. */
    public Optional<UUID> findTouched(String role) {
        return touches.stream().filter(t -> t.role().equals(role)).map(Action.Touch::record).findFirst();
    }

    /** The record that plays a role; its absence is a fault of whoever wrote the action.
     *
     * @throws IllegalStateException where no record plays it
     */
    public UUID getTouched(String role) {
        return findTouched(role).orElseThrow(() -> new IllegalStateException("The action " + type + " touches no " + role + "."));
    }

    /** A clear field, empty where it is not set. */
    public String clear(String name) {
        return clear.getOrDefault(name, "");
    }

    /** The canonical bytes. */
    public byte[] encode() {
        return Json.utf8(write(true, null));
    }

    /** The content unsealed and without the time of recording: what a digest over content covers. */
    byte[] encodeOpen(Vault vault) {
        return Json.utf8(write(false, vault));
    }

    private StringBuilder write(boolean withRecorded, @org.jspecify.annotations.Nullable Vault opened) {
        StringBuilder out = new StringBuilder(512);
        out.append("{\"action\":");
        Json.string(out, id.toString());
        out.append(",\"actor\":");
        Json.string(out, actor.toString());
        out.append(",\"agency\":");
        Json.string(out, agency);
        out.append(",\"clear\":");
        Json.strings(out, clear);
        out.append(",\"device\":");
        Json.string(out, device);
        out.append(",\"happened\":");
        Json.string(out, happened.toString());
        out.append(",\"parts\":[");
        for (int i = 0; i < parts.size(); i++) {
            SealedPart part = parts.get(i);
            out.append(i == 0 ? "{" : ",{");
            if (part.about().isPresent()) {
                out.append("\"about\":");
                Json.string(out, part.about().get().toString());
                out.append(',');
            }
            out.append("\"group\":");
            Json.string(out, part.group());
            out.append(",\"sealed\":");
            byte[] bytes = opened == null ? part.sealed() : opened.findOpen(part.sealed()).orElse(new byte[0]);
            Json.string(out, Base64.getEncoder().encodeToString(bytes));
            out.append('}');
        }
        out.append("],\"place\":");
        Json.string(out, place);
        out.append(",\"purpose\":");
        Json.string(out, purpose);
        if (withRecorded) {
            out.append(",\"recorded\":");
            Json.string(out, recorded.toString());
        }
        out.append(",\"touches\":[");
        for (int i = 0; i < touches.size(); i++) {
            Action.Touch touch = touches.get(i);
            out.append(i == 0 ? "{\"base\":" : ",{\"base\":").append(touch.base()).append(",\"record\":");
            Json.string(out, touch.record().toString());
            out.append(",\"role\":");
            Json.string(out, touch.role());
            out.append('}');
        }
        out.append("],\"type\":");
        Json.string(out, type);
        out.append(",\"version\":").append(version).append('}');
        return out;
    }

    /**
     * Reads canonical bytes.
     *
     * @throws IllegalArgumentException where they are not what {@link #encode()} writes
     */
    public static Envelope decode(byte[] bytes) {
        Envelope envelope = parse(bytes);
        if (!Arrays.equals(bytes, envelope.encode())) {
            throw new IllegalArgumentException("The bytes of the action are not in canonical form.");
        }
        return envelope;
    }

    /** Reads bytes that the journal itself wrote, without proving that they are canonical. */
    static Envelope parse(byte[] bytes) {
        try {
            JsonNode root = Json.tree(bytes);
            List<Action.Touch> touches = new ArrayList<>();
            for (JsonNode touch : root.path("touches")) {
                touches.add(new Action.Touch(UUID.fromString(touch.path("record").asString()), touch.path("role").asString().intern(), touch.path("base").asLong()));
            }
            SortedMap<String, String> clear = new TreeMap<>();
            for (var entry : root.path("clear").properties()) {
                clear.put(entry.getKey(), entry.getValue().asString());
            }
            List<SealedPart> parts = new ArrayList<>();
            for (JsonNode part : root.path("parts")) {
                Optional<UUID> about = part.has("about") ? Optional.of(UUID.fromString(part.path("about").asString())) : Optional.empty();
                parts.add(new SealedPart(about, part.path("group").asString().intern(), Base64.getDecoder().decode(part.path("sealed").asString())));
            }
            return new Envelope(
                    UUID.fromString(root.path("action").asString()),
                    root.path("type").asString().intern(),
                    root.path("version").asInt(),
                    root.path("agency").asString().intern(),
                    root.path("place").asString().intern(),
                    root.path("purpose").asString().intern(),
                    UUID.fromString(root.path("actor").asString()),
                    root.path("device").asString().intern(),
                    Instant.parse(root.path("happened").asString()),
                    Instant.parse(root.path("recorded").asString()),
                    List.copyOf(touches),
                    clear,
                    List.copyOf(parts));
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("The bytes of the action cannot be read.", e);
        }
    }
}
