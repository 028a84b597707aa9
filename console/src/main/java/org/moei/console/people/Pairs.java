package org.moei.console.people;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moei.base.Ids;
import org.moei.console.layout.Names;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.layout.Written;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.linkage.api.Comparison;
import org.moei.linkage.api.Weight;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.people.RecordKind;
import org.moei.protection.reception.SamePerson;

/** Pairs in the review band, and what a human says of them. */
public final class Pairs implements PairsView {
    /** As many as a run of comparisons keeps for humans. */
    public static final int MOST = 5_000;

    private static final int PAGE = 40;
    private static final int REMEMBERED = 1_000;

    private record Two(UUID left, UUID right, double probability) {}

    private final Protection protection;
    private final Names names;
    private final Ids ids;
    private final InstantSource clock;
    /** Pairs that this process has decided: they can be looked at again and undone. */
    private final Map<UUID, Two> decided = new LinkedHashMap<>(16, 0.75f, false) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Two> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Set<UUID> later = new LinkedHashSet<>();

    public Pairs(Protection protection, Names names, Ids ids, InstantSource clock) {
        this.protection = protection;
        this.names = names;
        this.ids = ids;
        this.clock = clock;
    }

    private static UUID idOf(UUID left, UUID right) {
        return UUID.nameUUIDFromBytes((left + "/" + right).getBytes(StandardCharsets.UTF_8));
    }

    private synchronized Map<UUID, Two> open(Viewer viewer) {
        Map<UUID, Two> open = new LinkedHashMap<>();
        Map<UUID, Two> last = new LinkedHashMap<>();
        for (SamePerson.Suggestion one : protection.samePerson().suggestions(viewer, MOST)) {
            UUID id = idOf(one.left(), one.right());
            (later.contains(id) ? last : open).put(id, new Two(one.left(), one.right(), one.probability()));
        }
        open.putAll(last);
        return open;
    }

    @Override
    public PairsPage pairs(Viewer viewer, Optional<UUID> after) {
        Map<UUID, Two> open = open(viewer);
        List<UUID> order = new ArrayList<>(open.keySet());
        int from = after.map(order::indexOf).orElse(-1) + 1;
        List<UUID> shown = order.subList(from, Math.min(order.size(), from + PAGE));
        List<Line> lines = shown.stream().map(id -> line(viewer, id, open.get(id))).toList();
        return new PairsPage(lines, open.size(), from + PAGE < order.size() ? Optional.of(shown.getLast()) : Optional.empty());
    }

    private Line line(Viewer viewer, UUID id, @Nullable Two two) {
        Two pair = Objects.requireNonNull(two);
        return new Line(id, title(viewer, pair.left()), title(viewer, pair.right()), shared(viewer, pair), percent(pair.probability()));
    }

    private static String percent(double probability) {
        return probability > 0.994 ? Texts.english().of("pairs.over-99") : String.valueOf(Math.round(probability * 100));
    }

    private Entry entry(Viewer viewer, UUID record) {
        return protection.roster().find(viewer, record).orElseThrow(Authoriser::denied);
    }

    private String title(Viewer viewer, UUID record) {
        Entry entry = entry(viewer, record);
        if (entry.kind() == RecordKind.PERSON) {
            return entry.token();
        }
        String list = entry.list().isEmpty() ? "" : protection.reception().lists().find(UUID.fromString(entry.list())).map(v -> v.about().name()).orElse("");
        return Texts.english().of(entry.kind() == RecordKind.REQUEST ? "pairs.request" : "people.row-of", list, entry.row());
    }

    private String shared(Viewer viewer, Two two) {
        Entry left = entry(viewer, two.left());
        Entry right = entry(viewer, two.right());
        List<String> words = new ArrayList<>();
        if (!left.nationality().isEmpty() && left.nationality().equals(right.nationality())) {
            words.add(Nations.name(left.nationality()));
        }
        if (!left.sex().isEmpty() && left.sex().equals(right.sex())) {
            words.add(Texts.english().of("sex." + left.sex().toLowerCase(Locale.ROOT)));
        }
        if (!left.ageBand().isEmpty() && left.ageBand().equals(right.ageBand())) {
            words.add(left.ageBand());
        }
        return words.isEmpty() ? "–" : String.join(", ", words);
    }

    @Override
    public Optional<PairPage> pair(Viewer viewer, UUID pair) {
        Map<UUID, Two> open = open(viewer);
        Two two;
        synchronized (this) {
            two = open.getOrDefault(pair, decided.get(pair));
        }
        if (two == null || protection.roster().find(viewer, two.left()).isEmpty() || protection.roster().find(viewer, two.right()).isEmpty()) {
            return Optional.empty();
        }
        Comparison comparison = protection.samePerson().compare(viewer, two.left(), two.right());
        List<UUID> order = new ArrayList<>(open.keySet());
        int at = order.indexOf(pair);
        Optional<UUID> next = at + 1 < order.size() ? Optional.of(order.get(at + 1)) : Optional.empty();
        Optional<UUID> before = at > 0 ? Optional.of(order.get(at - 1)) : Optional.empty();
        return Optional.of(new PairPage(
                pair, at + 1, open.size(), side(viewer, two.left()), side(viewer, two.right()), fields(comparison), frequency(comparison.probability()),
                Texts.english().of("pairs.detail", bits(comparison), String.format(Locale.ROOT, "%.3f", comparison.probability())),
                question(comparison), next, before, List.of()));
    }

    private static String bits(Comparison comparison) {
        double sum = comparison.priorBits() + comparison.weights().stream().mapToDouble(Weight::bits).sum();
        return String.format(Locale.ROOT, "%.1f", sum);
    }

    /** Natural frequency: of how many such pairs how many are one person. */
    private static String frequency(double probability) {
        if (probability >= 0.5) {
            long of = Math.clamp(Math.round(1 / Math.max(1e-4, 1 - probability)), 2, 1000);
            return Texts.english().of("pairs.of-many", of, of - 1);
        }
        long of = Math.clamp(Math.round(1 / Math.max(1e-4, probability)), 2, 1000);
        return Texts.english().of("pairs.of-few", of);
    }

    private Side side(Viewer viewer, UUID record) {
        Entry entry = entry(viewer, record);
        Optional<String> link = entry.kind() == RecordKind.PERSON ? Optional.of("/people/" + record)
                : entry.list().isEmpty() || entry.kind() == RecordKind.REQUEST ? Optional.empty() : Optional.of("/lists/" + entry.list());
        return new Side(title(viewer, record), link, Texts.english().of("pairs.kept-by", names.of(entry.agency())));
    }

    private static List<Field> fields(Comparison comparison) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(Texts.english().of("pairs.start"), Written.latin(""), "", Written.latin(""), "", Texts.english().of("pairs.start-note"), comparison.priorBits()));
        for (Weight weight : comparison.weights()) {
            String key = "field." + weight.field();
            fields.add(new Field(
                    Texts.english().has(key) ? Texts.english().of(key) : weight.field().replace("=", ""),
                    Written.of(weight.left()), "", Written.of(weight.right()), "", agreement(weight), weight.bits()));
        }
        return fields;
    }

    /** The kind of agreement in words; a kind that no text names reads as its own key. */
    private static String agreement(Weight weight) {
        String key = "agreement." + weight.agreement();
        if (Texts.english().has(key)) {
            return Texts.english().of(key);
        }
        int dot = weight.agreement().indexOf('.');
        return weight.agreement().substring(dot + 1).replace('-', ' ').replace('_', ' ');
    }

    private static String question(Comparison comparison) {
        boolean document = comparison.weights().stream().anyMatch(w -> w.field().equals("document"));
        boolean birth = comparison.weights().stream().anyMatch(w -> w.field().equals("birth_date"));
        return Texts.english().of(!birth ? "pairs.ask-birth" : !document ? "pairs.ask-document" : "pairs.ask-family");
    }

    @Override
    public UUID decide(Viewer viewer, UUID pair, Decision decision) {
        protection.foundation().authoriser().require(viewer, Permission.PAIR_REVIEW);
        Two two = Optional.ofNullable(open(viewer).get(pair)).orElseThrow(Authoriser::denied);
        Hand hand = new Hand(viewer, ids, clock.instant(), "console");
        UUID kept = switch (decision) {
            case SAME -> keep(protection.people().link(hand, two.left(), two.right(), "human", two.probability()));
            case TWO -> keep(protection.people().keepApart(hand, two.left(), two.right()));
            case LATER -> pair;
        };
        synchronized (this) {
            if (decision == Decision.LATER) {
                later.add(pair);
            }
            decided.put(pair, two);
        }
        return kept;
    }

    private UUID keep(Action action) {
        protection.people().keep(action);
        return action.id();
    }

    @Override
    public void undoPair(Viewer viewer, UUID pair, UUID action) {
        protection.foundation().authoriser().require(viewer, Permission.PAIR_REVIEW);
        Two two;
        synchronized (this) {
            two = decided.get(pair);
            if (later.remove(pair)) {
                return;
            }
        }
        if (two == null || protection.roster().find(viewer, two.left()).isEmpty() || protection.roster().find(viewer, two.right()).isEmpty()) {
            throw Authoriser.denied();
        }
        protection.people().keep(protection.people().unlink(new Hand(viewer, ids, clock.instant(), "console"), two.left(), two.right()));
    }
}
