package org.moei.simulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.moei.foundation.journal.Frontier;
import org.moei.foundation.journal.Hash;

/**
 * The rules of the journal's writer, in memory and without a database: repeated ids are recognised, stale edits of the same field refused,
 * positions are dense, a tree grows over all. A test plays the same requests through the real writer and compares each answer.
 */
public final class ModelWriter implements Writer {
    private final Defect defect;
    private final Map<UUID, Long> positions = new HashMap<>();
    private final Map<UUID, List<Long>> ofRecord = new HashMap<>();
    private final List<Request> journal = new ArrayList<>();
    private final Frontier tree = Frontier.empty();

    public ModelWriter(Defect defect) {
        this.defect = defect;
    }

    @Override
    public long append(Request request) {
        Long before = positions.get(request.id());
        if (before != null && defect != Defect.FORGETS_IDS) {
            return before;
        }
        if (defect != Defect.IGNORES_THE_BASE && isStale(request)) {
            return CONFLICT;
        }
        journal.add(request);
        long position = journal.size();
        positions.put(request.id(), position);
        ofRecord.computeIfAbsent(request.record(), r -> new ArrayList<>()).add(position);
        tree.add(Hash.ofLeaf(leaf(request)));
        return position;
    }

    /** A base of 0 says that there is nothing on the record yet, {@link Request#ANY} that nothing can conflict. */
    private boolean isStale(Request request) {
        if (request.base() == Request.ANY) {
            return false;
        }
        if (request.base() == 0) {
            return ofRecord.containsKey(request.record());
        }
        for (long position : ofRecord.getOrDefault(request.record(), List.of()).reversed()) {
            if (position <= request.base()) {
                return false;
            }
            if (journal.get((int) position - 1).field().equals(request.field())) {
                return true;
            }
        }
        return false;
    }

    private static byte[] leaf(Request request) {
        return ByteBuffer.allocate(40 + request.field().length())
                .putLong(request.id().getMostSignificantBits()).putLong(request.id().getLeastSignificantBits())
                .putLong(request.record().getMostSignificantBits()).putLong(request.record().getLeastSignificantBits())
                .putLong(request.base())
                .put(request.field().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .array();
    }

    /** The last position on a record, 0 where there is none. */
    long version(UUID record) {
        List<Long> all = ofRecord.get(record);
        return all == null ? 0 : all.getLast();
    }

    /** What stands, in order. */
    List<Request> journal() {
        return journal;
    }

    byte[] root() {
        return tree.root();
    }

    /** The sizes at which the tree, made anew over what stands, has another root than the one that was kept. */
    List<Integer> unlike(Map<Integer, byte[]> heads) {
        List<Integer> unlike = new ArrayList<>();
        Frontier anew = Frontier.empty();
        for (int size = 0; size <= journal.size(); size++) {
            if (size > 0) {
                anew.add(Hash.ofLeaf(leaf(journal.get(size - 1))));
            }
            byte[] kept = heads.get(size);
            if (kept != null && !Arrays.equals(kept, anew.root())) {
                unlike.add(size);
            }
        }
        return unlike;
    }
}
