package org.moei.rehearsal.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.moei.rehearsal.generator.Draw;
import org.moei.rehearsal.generator.MadeName;
import org.moei.rehearsal.generator.MadePerson;
import org.moei.rehearsal.generator.NamePart;
import org.moei.rehearsal.scenario.Lists.ErrorKind;
import org.moei.rehearsal.scenario.Lists.Habit;

/** Writes a name as a party would: in one of its scripts, in some order, with its mistakes. */
final class NameWriter {
    /** Most misspelt names are one step off, some two, few three. */
    private static final double[] STEPS = {.66, .26, .08};

    private final Habit habit;
    private final Profile profile;
    private final Clerk clerk;
    private final boolean capitals;

    NameWriter(Habit habit, Profile profile, Clerk clerk) {
        this.habit = habit;
        this.profile = profile;
        this.clerk = clerk;
        this.capitals = habit.columns().stream().anyMatch(c -> c.startsWith("NAME="));
    }

    /**
     * A name on a row.
     *
     * @param whole in the order written
     * @param family what stands in a column for the family name
     * @param given what stands in a column for given names
     * @param misspelt whether the writer changed it by more than order or script
     * @param reordered whether the order is another than the owner's
     */
    record Written(String whole, String family, String given, boolean misspelt, boolean reordered) {}

    /** In which letters a column wants the name. */
    enum Letters {
        /** Whatever the party uses most. */
        USUAL,
        OWN,
        LATIN
    }

    Written write(MadePerson person, Letters letters, Draw draw) {
        MadeName name = person.name();
        boolean latin = switch (letters) {
            case USUAL -> latin(name, draw);
            case OWN -> false;
            case LATIN -> true;
        };
        if (profile.happens(ErrorKind.OTHER_SCRIPT, draw)) {
            latin = name.hasOwnScript() ? !latin : latin;
        }
        String script = latin ? "Latn" : name.script();
        List<NamePart> parts = new ArrayList<>(name.parts());
        List<String> texts = new ArrayList<>();
        for (NamePart part : parts) {
            texts.add(latin ? part.latin() : part.written());
        }
        boolean missing = profile.happens(ErrorKind.NAME_PART_MISSING, draw) && parts.size() > 1;
        if (missing) {
            int drop = parts.size() > 2 ? parts.size() - 1 - draw.below(2) : draw.below(2);
            parts.remove(drop);
            texts.remove(drop);
        }
        boolean wrong = profile.happens(ErrorKind.MISSPELT_OR_RESPELT, draw);
        boolean misspelt = false;
        for (int step = wrong ? draw.weighted(STEPS) + 1 : 0; step > 0; step--) {
            misspelt |= misspell(texts, script, person.nationality(), draw);
        }
        boolean reordered = profile.happens(ErrorKind.OTHER_ORDER, draw) && parts.size() > 1;
        String family = joined(parts, texts, true, name.closed() && !latin);
        String given = joined(parts, texts, false, name.closed() && !latin);
        if (family.isEmpty() && parts.size() > 1) {
            family = texts.getLast();
            given = String.join(" ", texts.subList(0, texts.size() - 1));
        }
        if (reordered) {
            boolean toEnd = parts.getFirst().role() == NamePart.Role.FAMILY;
            texts = rotated(texts, toEnd);
            String swap = family;
            family = given;
            given = swap;
        }
        String whole = String.join(name.closed() && !latin ? "" : " ", texts);
        return new Written(cased(whole), cased(family), cased(given), misspelt, reordered);
    }

    private boolean latin(MadeName name, Draw draw) {
        boolean own = habit.scripts().stream().anyMatch(s -> same(s, name.script()));
        int latinAt = habit.scripts().indexOf("Latn");
        if (!name.hasOwnScript()) {
            return !own || latinPreferred(name, draw);
        }
        if (latinAt < 0) {
            return false;
        }
        return !own || draw.chance(latinAt == 0 ? .75 : .25);
    }

    /** Names in Latin script with marks keep them at home and lose them abroad. */
    private boolean latinPreferred(MadeName name, Draw draw) {
        return switch (habit.kind()) {
            case EMBASSY, FAMILY_DESK -> !name.community().equals("kinh") || draw.chance(.2);
            case ARMED_GROUP, ARRIVALS_DESK, STATE -> true;
        };
    }

    private static boolean same(String listed, String script) {
        return listed.equals(script) || (listed.startsWith("Han") && script.startsWith("Han") && !script.equals("Hang"));
    }

    private boolean misspell(List<String> texts, String script, String nationality, Draw draw) {
        double[] weights = texts.stream().mapToDouble(String::length).toArray();
        int at = draw.weighted(weights);
        for (int i = 0; i < texts.size(); i++) {
            int place = (at + i) % texts.size();
            String other = clerk.misspelt(texts.get(place), script, nationality, draw);
            if (!other.equals(texts.get(place))) {
                texts.set(place, other);
                return true;
            }
        }
        return false;
    }

    private static List<String> rotated(List<String> texts, boolean toEnd) {
        List<String> rotated = new ArrayList<>(texts);
        if (toEnd) {
            rotated.add(rotated.removeFirst());
        } else {
            rotated.addFirst(rotated.removeLast());
        }
        return rotated;
    }

    private static String joined(List<NamePart> parts, List<String> texts, boolean family, boolean closed) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if ((parts.get(i).role() == NamePart.Role.FAMILY) == family) {
                found.add(texts.get(i));
            }
        }
        return found.stream().collect(Collectors.joining(closed ? "" : " "));
    }

    private String cased(String name) {
        return capitals ? name.toUpperCase(Locale.ROOT) : name;
    }
}
