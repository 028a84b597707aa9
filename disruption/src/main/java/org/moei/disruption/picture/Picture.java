package org.moei.disruption.picture;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.moei.base.Problem;
import org.moei.base.Uuid7;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Receipt;

/**
 * Records, revises and takes back entries, and hands them out to the modules of this wing. Every method asks the authoriser; what is
 * shown on a page is logged before it returns.
 */
public final class Picture {
    /** Entries have random-looking ids that their type and key always give, so that an import that is repeated meets itself. */
    private static final Instant NAMED = Instant.parse("2025-01-01T00:00:00Z");

    private final WingFoundation foundation;
    private final PictureStore store;
    private volatile Predicate<Content> hidden = content -> false;

    public Picture(WingFoundation foundation, PictureStore store) {
        this.foundation = foundation;
        this.store = store;
    }

    /**
     * The action that records an entry, or the next revision of the one with this key.
     *
     * @param base {@link Entry#version()} that the hand had seen, {@link Action#NEW} or {@link Action#ANY}
     * @throws org.moei.base.ProblemException {@code DENIED}, or {@code REFUSED} with the field
     */
    public <T extends Content> Action record(Hand hand, EntryType<T> type, T content, long base) {
        foundation.authoriser().require(hand.viewer(), Permission.PICTURE_EDIT);
        Texts.key(content.key());
        content.basis().check();
        content.check();
        if (store.size() >= PictureStore.MOST_ENTRIES) {
            throw Problem.of(Problem.Kind.REFUSED, "picture-full", "The picture holds " + store.size() + " entries, the most there may be.").asException();
        }
        UUID record = recordOf(type, content.key());
        return hand.act(type.action(), type.version()).touch(record, PictureStore.ROLE, base).seal(record, PictureStore.GROUP, content).build();
    }

    /** The action that takes an entry back. It stays in the journal and can be seen, struck. */
    public <T extends Content> Action withdraw(Hand hand, EntryType<T> type, Entry<T> entry, String reason) {
        foundation.authoriser().require(hand.viewer(), Permission.PICTURE_EDIT);
        Texts.require("reason", reason);
        return hand.act(PictureStore.WITHDRAWN, 1)
                .touch(entry.record(), PictureStore.ROLE, entry.version())
                .seal(recordOf(type, entry.key()), PictureStore.GROUP, new PictureStore.Withdrawal(reason))
                .build();
    }

    /** Appends one action and waits for its receipt. */
    public Receipt keep(Action action) {
        return foundation.journal().append(action);
    }

    /** Appends several that stand or fall together. */
    public List<Receipt> keep(List<Action> actions) {
        return foundation.journal().append(actions);
    }

    private static UUID recordOf(EntryType<?> type, String key) {
        return Uuid7.named(NAMED, type.action() + "/" + key);
    }

    /** Lets a viewer read, or denies in the words that all denials share. */
    public void require(Viewer viewer, Permission permission) {
        foundation.authoriser().require(viewer, permission);
    }

    /** Logs that entries were shown on a page. */
    public void shown(Viewer viewer, String page, Collection<? extends Entry<?>> entries) {
        foundation.accessLog().read(viewer, page, entries.stream().map(Entry::record).toList());
    }

    /** Hides entries for as long as a condition holds: what stands on statements through the gate that may not be shown now. */
    public void hideWhile(Predicate<Content> condition) {
        hidden = condition;
    }

    /** Entries of a type in order of key. */
    public <T extends Content> List<Entry<T>> list(Class<T> type) {
        return store.list(type).stream().filter(entry -> !hidden.test(entry.content())).toList();
    }

    /** Entries of a type, hidden and withdrawn ones included: for taking back what a recall concerns, never for a page. */
    public <T extends Content> List<Entry<T>> listForRecall(Class<T> type) {
        return store.listAll(type);
    }

    /** The entry with a key, withdrawn or not. */
    public <T extends Content> Optional<Entry<T>> find(Class<T> type, String key) {
        return store.find(type, key).filter(entry -> !hidden.test(entry.content()));
    }

    /** The entry with a key, or the one denial there is: a key that does not exist looks like one that is not shown. */
    public <T extends Content> Entry<T> get(Class<T> type, String key) {
        return find(type, key).orElseThrow(org.moei.foundation.access.Authoriser::denied);
    }

    /** Sources by key, for showing whence an entry comes. */
    public Map<String, Source> sources() {
        return list(Source.class).stream().map(Entry::content).collect(Collectors.toMap(Source::key, Function.identity()));
    }

    /** An entry as a page shows it. */
    public <T extends Content> Shown<T> show(Entry<T> entry, Map<String, Source> sources) {
        return new Shown<>(entry, Optional.ofNullable(sources.get(entry.content().basis().source())));
    }

    /** Entries as a page shows them. */
    public <T extends Content> List<Shown<T>> show(List<Entry<T>> entries, Map<String, Source> sources) {
        return entries.stream().map(entry -> show(entry, sources)).toList();
    }
}
