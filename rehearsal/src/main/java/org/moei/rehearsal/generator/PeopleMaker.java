package org.moei.rehearsal.generator;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Uuid7;
import org.moei.rehearsal.scenario.Population.AgeBand;
import org.moei.rehearsal.scenario.Population.RateKind;
import org.moei.rehearsal.scenario.Scenario;
import org.moei.rehearsal.scenario.WayOut;

/** Turns slots into people, one stream of chance for each. */
final class PeopleMaker {
    /** Share of questions that a first interview leaves open (assumption). */
    private static final double LEFT_OPEN = .22;
    private static final List<MadePerson.Paper> PAPERS = List.of(MadePerson.Paper.HELD, MadePerson.Paper.TAKEN, MadePerson.Paper.LOST, MadePerson.Paper.NEVER_HAD);
    private static final List<Story> STORIES = List.of(Story.DECEIVED, Story.BOUGHT, Story.WILLING_THEN_HELD, Story.WILLING);

    private final Scenario scenario;
    private final long seed;
    private final Rates rates;
    private final List<Slot> slots;
    private final List<AgeBand> men;
    private final List<AgeBand> women;
    private final List<String> compounds;
    private final Provinces provinces = Provinces.read();

    PeopleMaker(Scenario scenario, int people, long seed) {
        this.scenario = scenario;
        this.seed = seed;
        this.rates = new Rates(scenario);
        this.slots = Slot.all(scenario, people, seed);
        this.men = bands("m");
        this.women = bands("f");
        this.compounds = scenario.picture().compounds().stream().map(c -> c.id()).toList();
    }

    private List<AgeBand> bands(String sex) {
        return scenario.population().ages().stream().filter(b -> b.sex().equals(sex) || b.sex().equals("*")).toList();
    }

    List<MadePerson> make() {
        BirthDate[] births = new BirthDate[slots.size()];
        NameBook.Drawn[] names = new NameBook.Drawn[slots.size()];
        for (int i = 0; i < births.length; i++) {
            names[i] = NameBook.of(slots.get(i).nationality()).draw(slots.get(i).sex(), Draw.of(seed, "name", i));
            births[i] = birth(slots.get(i), names[i].calendar(), Draw.of(seed, "birth", i));
        }
        Ties ties = Ties.make(slots, births, rates, seed);
        for (int i = 0; i < births.length; i++) {
            int elder = ties.siblingOf(i);
            if (elder >= 0) {
                names[i] = NameBook.of(slots.get(i).nationality()).drawSibling(names[elder].name(), slots.get(i).sex(), Draw.of(seed, "sibling", i));
            }
        }
        LocalDate[] arrivals = new Desk(scenario, slots, seed).arrivals();
        List<MadePerson> people = new ArrayList<>(slots.size());
        for (int i = 0; i < births.length; i++) {
            people.add(person(i, slots.get(i), births[i], names[i], arrivals[i], ties));
        }
        return people;
    }

    /** Those whom families look for and who never come: of every three who are sought and come there is one more who does not (assumption). */
    List<MadePerson> missing(List<MadePerson> made) {
        int count = (int) (made.stream().filter(p -> p.says().sought()).count() / 3);
        List<MadePerson> missing = new ArrayList<>(count);
        for (int k = 0; k < count; k++) {
            int i = -1 - k;
            Slot slot = slots.get(Draw.of(seed, "missing", k).below(slots.size()));
            NameBook.Drawn name = NameBook.of(slot.nationality()).draw(slot.sex(), Draw.of(seed, "name", i));
            missing.add(person(i, slot, birth(slot, name.calendar(), Draw.of(seed, "birth", i)), name, slot.takenOutOn(), Ties.NONE));
        }
        return missing;
    }

    private BirthDate birth(Slot slot, String calendar, Draw draw) {
        List<AgeBand> bands = slot.sex() == Sex.MALE ? men : women;
        int age = 27;
        if (!bands.isEmpty()) {
            AgeBand band = bands.get(draw.weighted(bands.stream().mapToDouble(b -> b.share().value()).toArray()));
            age = draw.between(band.low(), band.high());
        }
        LocalDate date = slot.takenOutOn().minusYears(age).minusDays(draw.below(365));
        boolean whole = draw.chance(rates.of(RateKind.BIRTH_DATE_WHOLE, slot.nationality()));
        BirthDate.Known known = whole ? BirthDate.Known.DAY : draw.chance(.3) ? BirthDate.Known.MONTH : BirthDate.Known.YEAR;
        return new BirthDate(date, Calendar.named(calendar), known);
    }

    private MadePerson person(int i, Slot slot, BirthDate birth, NameBook.Drawn drawn, LocalDate arrivesOn, Ties ties) {
        Draw draw = Draw.of(seed, "person", i);
        String nationality = slot.nationality();
        boolean child = birth.ageOn(slot.takenOutOn()) < 18;
        MadePerson.Paper paper = paper(nationality, draw);
        TravelDocument passport = Papers.passport(nationality, scenario.firstDate(), draw);
        boolean phone = draw.chance(rates.of(RateKind.PHONE_OWN, nationality));
        MadePerson.Says says = says(nationality, Draw.of(seed, "says", i));
        MadePerson.Companions companions = ties.companions(i, draw.chance(rates.of(RateKind.WANTS_TO_TRAVEL_TOGETHER, nationality)));
        boolean childAlone = child && companions.guardian().isEmpty() && companions.with().isEmpty();
        UUID key = Uuid7.named(slot.takenOutOn().atStartOfDay(ZoneOffset.UTC).toInstant(), scenario.name() + " " + seed + " " + i);
        return new MadePerson(i, i >= 0 ? String.format(Locale.ROOT, "P%06d", i + 1) : String.format(Locale.ROOT, "M%06d", -i), key, slot.wave().id(), slot.wave().inSeries(), nationality, slot.sex(), birth,
                drawn.name(), Nicknames.of(drawn.name(), draw), paper == MadePerson.Paper.NEVER_HAD ? Optional.empty() : Optional.of(passport), paper,
                Papers.nationalId(nationality, slot.sex(), birth.date(), draw), phone ? Papers.phone(nationality, draw) : "",
                familyPhone(i, nationality, says), languages(drawn.languages(), draw), provinces.of(nationality, draw), compounds.isEmpty() ? "" : compounds.get((int) (compounds.size() * draw.unit() * draw.unit())),
                slot.wave().place(), slot.takenOutOn(), arrivesOn, wayOut(slot, draw), companions, needs(slot, childAlone, draw), says);
    }

    private String familyPhone(int i, String nationality, MadePerson.Says says) {
        return says.sought() || i < 0 ? Papers.phone(nationality, Draw.of(seed, "family phone", i)) : "";
    }

    private MadePerson.Paper paper(String nationality, Draw draw) {
        double held = rates.of(RateKind.DOCUMENT_HELD, nationality);
        double taken = rates.of(RateKind.DOCUMENT_TAKEN, nationality);
        double lost = rates.of(RateKind.DOCUMENT_LOST, nationality);
        return PAPERS.get(draw.weighted(held, taken, lost, Math.max(0, 1 - held - taken - lost)));
    }

    /** A quarter also speak English; one in ten has learnt some Mandarin inside (assumptions). */
    private static List<String> languages(List<String> own, Draw draw) {
        List<String> languages = new ArrayList<>(own.subList(0, own.size() > 1 && draw.chance(.3) ? 1 : own.size()));
        if (draw.chance(.25) && !languages.contains("eng")) {
            languages.add("eng");
        }
        if (draw.chance(.1) && !languages.contains("zho")) {
            languages.add("zho");
        }
        return List.copyOf(languages);
    }

    private static WayOut wayOut(Slot slot, Draw draw) {
        List<Map.Entry<WayOut, Double>> ways = new ArrayList<>();
        for (WayOut way : WayOut.values()) {
            var share = slot.wave().waysOut().get(way);
            ways.add(Map.entry(way, share == null ? 0.0 : share.value()));
        }
        double[] weights = ways.stream().mapToDouble(Map.Entry::getValue).toArray();
        return Arrays.stream(weights).sum() == 0 ? WayOut.RELEASED : ways.get(draw.weighted(weights)).getKey();
    }

    private MadePerson.Needs needs(Slot slot, boolean childAlone, Draw draw) {
        String n = slot.nationality();
        boolean pregnant = draw.chance(rates.of(RateKind.PREGNANT, n)) && slot.sex() == Sex.FEMALE;
        return new MadePerson.Needs(pregnant, childAlone, draw.chance(rates.of(RateKind.TUBERCULOSIS, n)), draw.chance(rates.of(RateKind.INJURY, n)),
                draw.chance(rates.of(RateKind.CHRONIC_ILLNESS, n)), draw.chance(rates.of(RateKind.MENTAL_HEALTH_NEED, n)),
                draw.chance(rates.of(RateKind.DISABILITY, n)));
    }

    private MadePerson.Says says(String n, Draw draw) {
        boolean fears = draw.chance(rates.of(RateKind.FEARS_RETURN, n));
        boolean fearsEmbassy = draw.chance(rates.of(RateKind.FEARS_OWN_EMBASSY, n));
        boolean declares = draw.chance(rates.of(RateKind.DECLARES_VOLUNTARILY, n));
        boolean consents = draw.chance(rates.of(RateKind.CONSENTS_TO_EMBASSY, n));
        double bought = rates.of(RateKind.BOUGHT_OR_SOLD, n);
        double deceived = rates.of(RateKind.RECRUITED_BY_DECEPTION, n) * (1 - bought);
        double held = rates.of(RateKind.WILLING_THEN_HELD, n) * (1 - bought);
        Story story = STORIES.get(draw.weighted(deceived, bought, held, Math.max(.02, 1 - deceived - bought - held)));
        // Fear stops embassy contact and travel, whatever else somebody says.
        return new MadePerson.Says(fears, fearsEmbassy, declares && !fears, consents && !fears && !fearsEmbassy,
                draw.chance(rates.of(RateKind.CONSENTS_TO_FAMILY_TOLD, n)), draw.chance(rates.of(RateKind.OUT_BEFORE, n)),
                draw.chance(rates.of(RateKind.SOUGHT_BY_FAMILY, n)), story, Answers.draw(story, LEFT_OPEN, draw));
    }
}
