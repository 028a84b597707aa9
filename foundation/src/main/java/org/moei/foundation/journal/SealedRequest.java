package org.moei.foundation.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Actions that stand or fall together, sealed and encoded by the thread that asked, so that the one writer only appends.
 *
 * @param bytes canonical bytes of each envelope
 * @param leaves the leaf hash of each
 */
record SealedRequest(List<Envelope> envelopes, List<byte[]> bytes, List<byte[]> leaves, CompletableFuture<List<Receipt>> answer) {

    static SealedRequest of(List<Envelope> envelopes) {
        List<byte[]> bytes = envelopes.stream().map(Envelope::encode).toList();
        return new SealedRequest(envelopes, bytes, bytes.stream().map(Hash::ofLeaf).toList(), new CompletableFuture<>());
    }

    long size() {
        long size = 0;
        for (byte[] each : bytes) {
            size += each.length;
        }
        return size;
    }

    /** What an envelope changes about a record: two edits conflict where these sets meet. */
    static Set<String> fields(Envelope envelope, UUID record) {
        Set<String> fields = new HashSet<>();
        for (Envelope.SealedPart part : envelope.parts()) {
            if (part.about().isPresent() && part.about().get().equals(record)) {
                fields.add(part.group());
            }
        }
        fields.addAll(envelope.clear().keySet());
        return fields;
    }
}
