package org.moei.protection.testimony;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moei.gate.passage.Message;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.passage.Outbox;
import org.moei.gate.statement.Week;
import org.moei.gate.statistics.Suppression;
import org.moei.gate.statistics.WeeklyTable;
import org.moei.protection.people.Entry;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;
import org.moei.protection.reception.ListBook;

/** The weekly tables: people by nationality in the week in which they were registered. Each closed week once, in order, and never again. */
final class WeeklyFigures {
    /** Most weeks of one passage. */
    private static final int MOST = 60;

    private final Roster roster;
    private final ListBook lists;
    private final Outbox outbox;
    private final InstantSource clock;

    WeeklyFigures(Roster roster, ListBook lists, Outbox outbox, InstantSource clock) {
        this.roster = roster;
        this.lists = lists;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The tables that were published, in order. */
    List<WeeklyTable> published() {
        return outbox.list().stream().filter(m -> m.kind() == MessageKind.STATISTICS).map(m -> m.read(WeeklyTable.class)).toList();
    }

    /** The tables of closed weeks that have not left. */
    List<Message.Draft> due() {
        Map<Week, Map<String, Long>> weeks = weeks();
        Optional<Week> first = weeks.keySet().stream().min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return List.of();
        }
        List<WeeklyTable> before = new ArrayList<>(published());
        List<Map<String, Long>> known = known();
        Week open = Week.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Week next = before.isEmpty() ? first.get() : before.getLast().week().plus(1);
        List<Message.Draft> drafts = new ArrayList<>();
        for (Week week = next; week.compareTo(open) < 0 && drafts.size() < MOST; week = week.plus(1)) {
            WeeklyTable table = Suppression.table(week, weeks.getOrDefault(week, Map.of()), before, known);
            before.add(table);
            drafts.add(new Message.Draft(MessageKind.STATISTICS, week.plus(1).monday().atStartOfDay(ZoneOffset.UTC).toInstant(), table));
        }
        return drafts;
    }

    /** Each person once: where links join several records, the first that was registered counts. */
    private Map<Week, Map<String, Long>> weeks() {
        Map<Week, Map<String, Long>> weeks = new HashMap<>();
        List<Entry> people = roster.system().list(e -> e.kind() == RecordKind.PERSON);
        Map<UUID, Entry> byId = new HashMap<>();
        people.forEach(e -> byId.put(e.id(), e));
        for (Entry entry : people) {
            boolean first = roster.system().cluster(entry.id()).stream()
                    .map(byId::get)
                    .filter(java.util.Objects::nonNull)
                    .min(Comparator.comparing(Entry::made).thenComparing(Entry::id))
                    .map(e -> e.id().equals(entry.id()))
                    .orElse(true);
            if (first) {
                weeks.computeIfAbsent(Week.of(LocalDate.ofInstant(entry.made(), ZoneOffset.UTC)), w -> new HashMap<>()).merge(entry.nationality(), 1L, Long::sum);
            }
        }
        return weeks;
    }

    /** What the world may know: every list that anybody published, by its printed counts or its rows. */
    private List<Map<String, Long>> known() {
        List<Map<String, Long>> known = new ArrayList<>();
        for (ListBook.Version version : lists.list()) {
            Map<String, Long> people = new HashMap<>();
            version.about().counts().forEach(row -> people.merge(row.nationality(), Math.max(0, row.total()), Long::sum));
            roster.system().rows(version.id().toString()).stream().filter(e -> e.kind() == RecordKind.LIST_ROW).forEach(e -> people.merge(e.nationality(), 1L, Long::sum));
            known.add(people);
        }
        return known;
    }
}
