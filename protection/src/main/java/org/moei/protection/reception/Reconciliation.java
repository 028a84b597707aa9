package org.moei.protection.reception;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What does not add up in a list, found from the list alone: rows against the stated total, each row against its own men
 * and women, what is left over once the rows at odds are read by their own parts, and versions that state other totals.
 */
public final class Reconciliation {
    private Reconciliation() {}

    /** The kinds of contradiction. */
    public enum Kind {
        /** The rows add up to another number than the stated total. */
        SUM,
        /** A row's total is not the sum of its men and women. */
        ROW,
        /** What the sum is still too large by can only stand in this row; inferred. */
        LEFT_OVER,
        /** Another version of the same list states another total. */
        VERSION;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One contradiction.
     *
     * @param row its label as printed, or empty for the whole list
     * @param stated as printed
     * @param counted as the parts say
     * @param inferred whether the counted number is a conclusion and not a sum of printed numbers
     */
    public record Contradiction(String list, String version, Kind kind, String row, long stated, long counted, boolean inferred) {}

    /** What a version says of itself. */
    public static List<Contradiction> of(ListBook.Version version) {
        ListImport.Announcement about = version.about();
        List<Contradiction> found = new ArrayList<>();
        OptionalLong sum = sum(about);
        if (sum.isEmpty() || about.stated() < 0) {
            return found;
        }
        if (sum.getAsLong() != about.stated()) {
            found.add(new Contradiction(about.name(), about.version(), Kind.SUM, "", about.stated(), sum.getAsLong(), false));
        }
        long tooMany = sum.getAsLong() - about.stated();
        for (ListImport.CountRow row : about.counts()) {
            if (row.men() >= 0 && row.women() >= 0 && row.total() >= 0 && row.men() + row.women() != row.total()) {
                found.add(new Contradiction(about.name(), about.version(), Kind.ROW, row.label(), row.total(), row.men() + row.women(), false));
                tooMany -= row.total() - row.men() - row.women();
            }
        }
        findLeftOver(about, tooMany).ifPresent(found::add);
        return found;
    }

    /** The stated or counted number of rows. */
    public static OptionalLong sum(ListImport.Announcement about) {
        if (!about.counts().isEmpty()) {
            return OptionalLong.of(about.counts().stream().mapToLong(r -> Math.max(0, r.total())).sum());
        }
        return about.kind().equals("names") ? OptionalLong.of(about.rows() + about.refused()) : OptionalLong.empty();
    }

    /** The one row that states no men and women is where a rest can stand, if it is large enough. */
    private static Optional<Contradiction> findLeftOver(ListImport.Announcement about, long rest) {
        List<ListImport.CountRow> silent = about.counts().stream().filter(r -> r.men() < 0 || r.women() < 0).toList();
        if (rest == 0 || silent.size() != 1 || silent.getFirst().total() - rest < 0) {
            return Optional.empty();
        }
        ListImport.CountRow row = silent.getFirst();
        return Optional.of(new Contradiction(about.name(), about.version(), Kind.LEFT_OVER, row.label(), row.total(), row.total() - rest, true));
    }

    /** What all lists say, and where versions of one list disagree. */
    public static List<Contradiction> ofAll(List<ListBook.Version> versions) {
        List<Contradiction> found = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            ListBook.Version version = versions.get(i);
            found.addAll(of(version));
            for (int j = i + 1; j < versions.size(); j++) {
                ListBook.Version later = versions.get(j);
                boolean same = later.about().name().equals(version.about().name());
                // Announcements of one day name the same people; a later version of a growing list is no contradiction.
                if (same && version.about().stated() >= 0 && later.about().stated() >= 0 && later.date().equals(version.date()) && later.about().stated() != version.about().stated()) {
                    found.add(new Contradiction(
                            version.about().name(), version.about().version() + " → " + later.about().version(), Kind.VERSION, "", version.about().stated(), later.about().stated(), false));
                    break;
                }
            }
        }
        return found;
    }
}
