package org.moei.foundation.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.moei.base.Problem;

/**
 * What somebody did, as handed to the journal: not yet sealed. An action is appended once and never changed; a retry
 * with the same id is harmless.
 *
 * @param id made by the client, UUID version 7
 * @param type module and past participle, e.g. {@code reception.person-registered}
 * @param version of the type's payload; every version ever written has a golden file and stays readable
 * @param agency of the actor; its key wraps the keys of records that this action is the first to touch
 * @param place where the actor works, at most at the precision of a holding place
 * @param purpose under which the actor worked
 * @param actor the account
 * @param device the device or importing program
 * @param happened when it happened, as the actor says
 * @param touches the records it concerns, each with the version it was based on
 * @param clear the few fields that stay readable (see the decision record on clear fields); keys are checked
 * @param parts everything else; each is sealed under the key of the record it is about
 */
public record Action(
        UUID id,
        String type,
        int version,
        String agency,
        String place,
        String purpose,
        UUID actor,
        String device,
        Instant happened,
        List<Touch> touches,
        SortedMap<String, String> clear,
        List<Part> parts) {

    /** No record concerned is based on anything. */
    public static final long NEW = 0;

    /** The caller does not care what happened before (imports, additions that cannot conflict). */
    public static final long ANY = -1;

    /**
     * A record that an action concerns.
     *
     * @param role what it is in the action, e.g. {@code person}, {@code list-row}
     * @param base position of the last action on the record that the actor had seen; {@link #NEW} or {@link #ANY}
     */
    public record Touch(UUID record, String role, long base) {}

    /**
     * Content to be sealed.
     *
     * @param about the record under whose key it is sealed; empty: under the agency's
     * @param group the group of fields
     * @param content canonical JSON
     */
    public record Part(Optional<UUID> about, String group, byte[] content) {}

    public static Builder of(UUID id, String type, int version) {
        return new Builder(id, type, version);
    }

    /** Builds an action; what is not set is empty. */
    public static final class Builder {
        private final UUID id;
        private final String type;
        private final int version;
        private String agency = "";
        private String place = "";
        private String purpose = "";
        private UUID actor = new UUID(0, 0);
        private String device = "";
        private Instant happened = Instant.EPOCH;
        private final List<Touch> touches = new ArrayList<>();
        private final SortedMap<String, String> clear = new TreeMap<>();
        private final List<Part> parts = new ArrayList<>();

        private Builder(UUID id, String type, int version) {
            this.id = id;
            this.type = type;
            this.version = version;
        }

        public Builder by(UUID account, String ofAgency, String atPlace, String forPurpose, String onDevice) {
            actor = account;
            agency = ofAgency;
            place = atPlace;
            purpose = forPurpose;
            device = onDevice;
            return this;
        }

        public Builder happened(Instant when) {
            happened = when;
            return this;
        }

        public Builder touch(UUID record, String role, long base) {
            touches.add(new Touch(record, role, base));
            return this;
        }

        /** A clear field. Its name must be on the list of {@link ClearFields}; an empty value is left out. */
        public Builder clear(String name, String value) {
            ClearFields.check(name, value);
            if (!value.isEmpty()) {
                clear.put(name, value);
            }
            return this;
        }

        public Builder clear(Map<String, String> values) {
            values.forEach(this::clear);
            return this;
        }

        /** Content about a record, given as a record, map or list that {@link Json} can write. */
        public Builder seal(UUID about, String group, Object content) {
            parts.add(new Part(Optional.of(about), group, Json.write(content)));
            return this;
        }

        /** Content about nobody, under the agency's key. */
        public Builder sealForAgency(String group, Object content) {
            parts.add(new Part(Optional.empty(), group, Json.write(content)));
            return this;
        }

        public Action build() {
            if (agency.isEmpty()) {
                throw Problem.of(Problem.Kind.WRONG_USE, "action-without-agency", "The action " + type + " names no agency.").asException();
            }
            return new Action(id, type, version, agency, place, purpose, actor, device, happened, List.copyOf(touches), clear, List.copyOf(parts));
        }
    }
}
