package org.moei.console.screening;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.people.PersonWords;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Recorded;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.people.Track;
import org.moei.protection.screening.Answer;
import org.moei.protection.screening.Indication;
import org.moei.protection.screening.Indicator;
import org.moei.protection.screening.RuleSet;
import org.moei.protection.screening.Screening;

/** The queue and the cases of the wing's screening. */
public final class Cases implements ScreeningView {
    private static final int PAGE = 40;
    private static final int DEEPEST = 100_000;

    private final Protection protection;
    private final Ids ids;
    private final InstantSource clock;
    private final List<String> teams;

    /**
     * Over the wing.
     *
     * @param teams names of the teams that may decide; where empty the page asks for the name
     */
    public Cases(Protection protection, Ids ids, InstantSource clock, List<String> teams) {
        this.protection = protection;
        this.ids = ids;
        this.clock = clock;
        this.teams = List.copyOf(teams);
    }

    @Override
    public QueuePage queue(Viewer viewer, String after) {
        Instant now = clock.instant();
        int skip = after.matches("\\d{1,6}") ? Integer.parseInt(after) : 0;
        List<Entry> all = protection.screening().queue(viewer, Math.min(DEEPEST, skip + PAGE + 1));
        List<Line> lines = all.stream().skip(skip).limit(PAGE).map(e -> line(e, now)).toList();
        Screening.Counts counts = protection.screening().counts();
        String longest = protection.screening().longestWait(viewer).map(since -> PersonWords.age(since, now)).orElse("–");
        String next = all.size() > skip + PAGE ? String.valueOf(skip + PAGE) : "";
        return new QueuePage(lines, counts.waiting(), counts.interviewed(), counts.decided(), counts.leftUnscreened(), longest, next, Texts.english().of("screening.order"));
    }

    private static Line line(Entry entry, Instant now) {
        boolean child = entry.isChild();
        String custody = child ? Texts.english().of("screening.child") : entry.urgent().isEmpty() ? Texts.english().of("track-state." + entry.track(Track.CUSTODY).id()) : PersonWords.urgent(entry);
        return new Line(
                entry.id(), entry.token(), Nations.name(entry.nationality()), Nations.language(entry.language()), PersonWords.age(entry.since(Track.REGISTRATION), now), custody,
                child || !entry.urgent().isEmpty(), Texts.english().of("screening.track." + entry.track(Track.SCREENING).id()), "");
    }

    private static final Screening.Interview NOTHING = new Screening.Interview(RuleSet.VERSION, "", "", "", "", Map.of(), "");

    @Override
    public boolean mustSayInterest(Viewer viewer, UUID person) {
        if (!viewer.role().permits(Permission.SCREENING_INTERVIEW)) {
            return false;
        }
        return switch (protection.interests().standing(viewer, person)) {
            case UNASKED -> true;
            case NONE -> false;
            case DECLARED -> {
                protection.foundation().accessLog().denied(viewer, "screening", List.of(person));
                throw Authoriser.denied();
            }
        };
    }

    @Override
    public Optional<CasePage> screening(Viewer viewer, UUID person) {
        Map<String, byte[]> open = protection.people().open(viewer, Permission.SCREENING_SEE, person, "screening");
        return protection.roster().find(viewer, person).map(entry -> page(viewer, entry, open));
    }

    private CasePage page(Viewer viewer, Entry entry, Map<String, byte[]> open) {
        boolean child = entry.isChild();
        Screening.Interview interview = People.read(open, "interview", Screening.Interview.class, NOTHING);
        Map<String, Answer> answers = new LinkedHashMap<>();
        interview.answers().forEach((code, answer) -> answers.put(code, Answer.of(answer)));
        Indication indication = RuleSet.evaluate(answers, child);
        Map<Indicator.Dimension, List<Question>> questions = new LinkedHashMap<>();
        for (Indicator indicator : RuleSet.indicators()) {
            if (indicator.strength(child) == Indicator.Strength.NONE) {
                continue;
            }
            String answer = answers.containsKey(indicator.code()) ? answers.get(indicator.code()).id() : "not-asked";
            questions.computeIfAbsent(indicator.dimension(), d -> new ArrayList<>()).add(new Question(
                    indicator.code(), Texts.english().of("indicator." + indicator.code()), answer, indication.wouldChange().contains(indicator.code()) && !answer.equals("yes") && !answer.equals("no"),
                    Texts.english().of("strength." + indicator.strength(child).name().toLowerCase(Locale.ROOT))));
        }
        List<Dimension> dimensions = new ArrayList<>();
        questions.forEach((dimension, all) -> dimensions.add(new Dimension(
                Texts.english().of("dimension." + dimension.code()),
                Texts.english().of("dimension-state." + indication.dimensions().getOrDefault(dimension, Indication.DimensionState.POSSIBLE).name().toLowerCase(Locale.ROOT).replace('_', '-')), all)));
        long met = indication.dimensions().values().stream().filter(s -> s == Indication.DimensionState.MET).count();
        long unknown = answers.values().stream().filter(a -> a == Answer.NOT_KNOWN).count();
        String change = indication.wouldChange().isEmpty() ? "" : Texts.english().of("screening.change", Texts.english().of("indicator." + indication.wouldChange().getFirst()));
        boolean interviewed = entry.track(Track.SCREENING) == Track.State.PART || entry.track(Track.SCREENING) == Track.State.DONE;
        return new CasePage(
                entry.id(), entry.token(), PersonWords.from(entry) + (child ? " · " + Texts.english().of("screening.child") : ""), RuleSet.VERSION, dimensions,
                Texts.english().of("screening.met", met, Texts.english().of("class." + indication.lower().name().toLowerCase(Locale.ROOT).replace('_', '-'))),
                Texts.english().of(indication.isOpen() ? "screening.unknown-open" : "screening.unknown", unknown, answers.size()), change, past(entry, open), outcomes(), teams.stream().map(t -> new Choice(t, t)).toList(),
                viewer.role().permits(Permission.SCREENING_INTERVIEW), viewer.role().permits(Permission.SCREENING_DECIDE) && interviewed);
    }

    private static List<Choice> outcomes() {
        List<Choice> outcomes = new ArrayList<>();
        for (Screening.Outcome outcome : Screening.Outcome.values()) {
            outcomes.add(new Choice(outcome.id(), Texts.english().of("outcome." + outcome.id())));
        }
        return outcomes;
    }

    private List<Past> past(Entry entry, Map<String, byte[]> open) {
        Screening.Decision none = new Screening.Decision("", "", "", "");
        Screening.Decision decision = People.read(open, "decision", Screening.Decision.class, none);
        if (decision.team().isEmpty()) {
            return List.of();
        }
        Instant at = protection.foundation().journal().history(entry.id(), Long.MAX_VALUE, 200).stream()
                .map(Recorded::envelope)
                .filter(e -> e.type().equals("screening.decided"))
                .map(e -> e.happened())
                .max(Instant::compareTo)
                .orElse(entry.changed());
        return List.of(new Past(at, decision.team(), Texts.english().of("outcome." + decision.outcome()), decision.rules(), decision.reasons()));
    }

    private Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "console");
    }

    /** The person, for one who said before that nothing binds them. */
    private Entry entryUnbound(Viewer viewer, UUID person) {
        Entry entry = protection.roster().find(viewer, person).orElseThrow(Authoriser::denied);
        protection.interests().requireAsked(viewer, person);
        return entry;
    }

    @Override
    public void answer(Viewer viewer, UUID person, String indicator, String answer) {
        Entry entry = entryUnbound(viewer, person);
        Map<String, byte[]> open = protection.people().open(viewer, Permission.SCREENING_INTERVIEW, person, "screening");
        Screening.Interview before = People.read(open, "interview", Screening.Interview.class, NOTHING);
        Map<String, String> answers = new TreeMap<>(before.answers());
        answers.put(indicator, Answer.of(answer).id());
        Screening.Interview now = new Screening.Interview(
                RuleSet.VERSION, before.team().isEmpty() ? viewer.name() : before.team(), before.language().isEmpty() ? entry.language() : before.language(), before.interpreter(), before.present(), answers, before.words());
        protection.people().keep(protection.screening().interview(hand(viewer), person, entry.version(), now));
    }

    @Override
    public void decide(Viewer viewer, UUID person, Decision decision) {
        Entry entry = entryUnbound(viewer, person);
        protection.people().keep(protection.screening().decide(
                hand(viewer), person, entry.version(), new Screening.Decision(decision.team(), RuleSet.VERSION, decision.outcome(), decision.reasons())));
        protection.foundation().grants().endInterview(person);
    }

    @Override
    public void reopen(Viewer viewer, UUID person, String reason) {
        entryUnbound(viewer, person);
        protection.people().keep(protection.screening().reopen(hand(viewer), person, reason));
    }
}
