package org.moei.rehearsal.generator;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A whole name in the order of its custom.
 *
 * @param community whose custom it is, e.g. {@code han} or {@code amhara}
 * @param script ISO 15924, e.g. {@code Hani}
 * @param closed whether the parts are written without spaces in their own script
 * @param parts in the order of the custom, at least one
 */
public record MadeName(String community, String script, boolean closed, List<NamePart> parts) {
    public MadeName {
        parts = List.copyOf(parts);
    }

    /** In its own script and order. */
    public String written() {
        return parts.stream().map(NamePart::written).collect(Collectors.joining(closed ? "" : " "));
    }

    /** In Latin letters without marks, in its own order. */
    public String latin() {
        return parts.stream().map(NamePart::latin).collect(Collectors.joining(" "));
    }

    /** Whether its own script is another than Latin. */
    public boolean hasOwnScript() {
        return !script.equals("Latn");
    }

    /** What a form's field for the family name gets: the family name, else the father's, else nothing. */
    public String latinFamily() {
        String family = joined(NamePart.Role.FAMILY);
        if (!family.isEmpty()) {
            return family;
        }
        String grandfather = joined(NamePart.Role.GRANDFATHER);
        return grandfather.isEmpty() ? joined(NamePart.Role.FATHER) : grandfather;
    }

    /** What a form's field for the given names gets: everything else. */
    public String latinGiven() {
        NamePart.Role taken = has(NamePart.Role.FAMILY) ? NamePart.Role.FAMILY
                : has(NamePart.Role.GRANDFATHER) ? NamePart.Role.GRANDFATHER : NamePart.Role.FATHER;
        return parts.stream().filter(p -> p.role() != taken).map(NamePart::latin).collect(Collectors.joining(" "));
    }

    /** The part that friends call. */
    public NamePart called() {
        return parts.stream().filter(p -> p.role() == NamePart.Role.GIVEN).reduce((a, b) -> script.equals("Latn") && community.equals("kinh") ? b : a)
                .orElse(parts.getFirst());
    }

    private boolean has(NamePart.Role role) {
        return parts.stream().anyMatch(p -> p.role() == role);
    }

    private String joined(NamePart.Role role) {
        return parts.stream().filter(p -> p.role() == role).map(NamePart::latin).collect(Collectors.joining(" "));
    }
}
