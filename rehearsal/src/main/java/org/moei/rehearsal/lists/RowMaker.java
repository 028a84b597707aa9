package org.moei.rehearsal.lists;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.moei.rehearsal.generator.Draw;
import org.moei.rehearsal.generator.MadePerson;
import org.moei.rehearsal.generator.Provinces;
import org.moei.rehearsal.generator.Sex;
import org.moei.rehearsal.scenario.Lists.ErrorKind;
import org.moei.rehearsal.scenario.Lists.Habit;
import org.moei.rehearsal.scenario.Lists.HabitKind;
import org.moei.rehearsal.scenario.Scenario;

/** Makes the row of a person on a party's list. */
final class RowMaker {
    private static final List<String> OFTEN_MISTAKEN_FOR = List.of("CHN", "VNM", "IND", "ETH", "IDN", "PAK", "KEN", "MYS", "BGD", "NPL");
    private static final List<String> ASKERS = List.of("mother", "father", "sister", "brother", "wife", "husband", "friend", "uncle");

    private final Habit habit;
    private final Profile profile;
    private final List<Cell.Column> columns;
    private final NameWriter names;
    private final DateWriter dates;
    private final Map<String, String> placeNames;
    private final Provinces provinces = Provinces.read();

    RowMaker(Scenario scenario, Habit habit, Clerk clerk) {
        this.habit = habit;
        this.profile = new Profile(scenario.lists().errorProfiles().getOrDefault(habit.errors(), Map.of()));
        this.columns = habit.columns().stream().map(Cell.Column::parse).toList();
        this.names = new NameWriter(habit, profile, clerk);
        this.dates = new DateWriter(habit, profile);
        this.placeNames = scenario.parties().places().stream().collect(Collectors.toMap(p -> p.id(), p -> p.name(), (a, b) -> a));
        scenario.picture().compounds().forEach(c -> placeNames.putIfAbsent(c.id(), c.name()));
    }

    Profile profile() {
        return profile;
    }

    List<Cell.Column> columns() {
        return columns;
    }

    /**
     * A row.
     *
     * @param cells as many as columns
     * @param bad whether a reader must refuse it
     * @param misspelt whether the name that leads is misspelt or respelt
     * @param reordered whether its order is another
     * @param aged whether an age, or a year counted from it, stands for the birth date
     */
    record Row(List<String> cells, boolean bad, boolean misspelt, boolean reordered, boolean aged) {}

    /**
     * @param writtenOn the day on which the list is written; ages are as of that day
     * @param number of the row or token as written
     */
    Row row(MadePerson person, LocalDate writtenOn, String number, String companions, Draw draw) {
        boolean latinApart = has(Cell.LATIN);
        NameWriter.Written main = names.write(person, latinApart ? NameWriter.Letters.LATIN : has(Cell.WRITTEN) ? NameWriter.Letters.OWN : NameWriter.Letters.USUAL, draw);
        NameWriter.Written own = latinApart && has(Cell.WRITTEN) ? names.write(person, NameWriter.Letters.OWN, draw) : main;
        boolean nicknamed = profile.happens(ErrorKind.NICKNAME, draw);
        boolean aged = profile.happens(ErrorKind.AGE_INSTEAD_OF_DATE, draw);
        int age = age(person, writtenOn, draw);
        String date = dates.write(person.birth(), draw);
        boolean undocumented = profile.happens(ErrorKind.WITHOUT_DOCUMENT, draw) || person.document().isEmpty();
        String document = person.document().map(d -> d.number()).orElse("");
        if (profile.happens(ErrorKind.DOCUMENT_MISREAD, draw)) {
            document = Clerk.misread(document, draw);
        }
        Sex sex = profile.happens(ErrorKind.WRONG_SEX, draw) ? person.sex().other() : person.sex();
        String nationality = profile.happens(ErrorKind.WRONG_NATIONALITY, draw) ? draw.pick(OFTEN_MISTAKEN_FOR) : person.nationality();
        List<String> cells = new ArrayList<>(columns.size());
        for (Cell.Column column : columns) {
            cells.add(switch (column.cell()) {
                case NUMBER -> number;
                case NAME -> nicknamed && !has(Cell.NICKNAME) ? person.nickname() : main.whole();
                case LATIN -> main.whole();
                case WRITTEN -> own.whole();
                case FAMILY -> main.family();
                case GIVEN -> main.given().isEmpty() ? main.whole() : main.given();
                case FATHER -> "";
                case NICKNAME -> nicknamed ? person.nickname() : "";
                case SEX -> SexWords.of(column.header(), sex);
                case BIRTH -> !aged ? date : has(Cell.AGE) ? "" : column.speaksOfAge() ? String.valueOf(age) : (writtenOn.getYear() - age - (draw.chance(.5) ? 1 : 0)) + "~";
                case AGE -> aged || !has(Cell.BIRTH) ? String.valueOf(age) : "";
                case NATIONALITY -> nationality;
                case COUNTRY -> Country.name(nationality);
                case DOCUMENT -> undocumented ? "" : document;
                case NATIONAL_ID -> undocumented ? "" : person.nationalId();
                case MRZ -> person.paper() == MadePerson.Paper.HELD && !undocumented
                        ? person.document().map(d -> d.zone(person.name(), person.sex(), person.birth().date()).replace("\n", "")).orElse("") : "";
                case PHONE -> phone(person);
                case LANGUAGE -> person.languages().isEmpty() ? "" : person.languages().getFirst();
                case PLACE -> placeNames.getOrDefault(person.heldAt(), person.heldAt());
                case COMPOUND -> placeNames.getOrDefault(person.compound(), person.compound());
                case BATCH -> String.valueOf(1 + person.takenOutOn().toEpochDay() % 60);
                case OUT_ON -> (habit.kind() == HabitKind.ARRIVALS_DESK ? person.arrivesOn() : person.takenOutOn()).toString();
                case TIME -> String.format(Locale.ROOT, "%02d:%02d", draw.between(8, 17), draw.between(0, 59));
                case WAY_OUT -> person.wayOut().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                case NEEDS -> needs(person.needs());
                case COMPANIONS -> companions;
                case PROVINCE -> profile.happens(ErrorKind.WRONG_PROVINCE, draw) ? provinces.of(person.nationality(), draw) : person.province();
                case LAST_SEEN -> person.takenOutOn().minusDays(draw.between(20, 500)).toString();
                case PHOTO_YEAR -> String.valueOf(writtenOn.getYear() - draw.between(0, 6));
                case ASKER -> draw.pick(ASKERS);
                case REMARK -> "";
            });
        }
        boolean bad = profile.happens(ErrorKind.BAD_ROW, draw) && BadRows.spoil(cells, columns, habit.kind(), draw);
        return new Row(cells, bad, main.misspelt(), main.reordered(), aged);
    }

    private boolean has(Cell cell) {
        return columns.stream().anyMatch(c -> c.cell() == cell);
    }

    private int age(MadePerson person, LocalDate writtenOn, Draw draw) {
        double error = profile.of(ErrorKind.AGE_ERROR_YEARS);
        int age = (int) Math.round(draw.around(person.birth().ageOn(writtenOn), error));
        if (profile.happens(ErrorKind.OLD_PHOTOGRAPH, draw)) {
            age -= draw.between(2, 6);
        }
        return Math.clamp(age, 8, 90);
    }

    private String phone(MadePerson person) {
        return habit.kind() == HabitKind.FAMILY_DESK ? person.familyPhone() : person.phone();
    }

    private static String needs(MadePerson.Needs needs) {
        List<String> words = new ArrayList<>();
        add(words, needs.pregnant(), "pregnant");
        add(words, needs.childAlone(), "child alone");
        add(words, needs.tuberculosis(), "cough");
        add(words, needs.injury(), "injury");
        add(words, needs.chronicIllness(), "medicine");
        add(words, needs.mentalHealth(), "distress");
        add(words, needs.disability(), "disability");
        return String.join("; ", words);
    }

    private static void add(List<String> words, boolean is, String word) {
        if (is) {
            words.add(word);
        }
    }

}
