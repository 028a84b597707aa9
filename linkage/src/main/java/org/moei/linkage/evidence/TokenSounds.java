package org.moei.linkage.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.moei.linkage.names.NameToken;

/** How each token of a finished population sounds, as hashes of its skeletons, and how many records hold a token of that sound. Made once, shared by threads. */
final class TokenSounds {
    private static final int MOST_SOUNDS = 2;

    private final long[][] sounds;
    /** By token: records that hold a token of one of its sounds, at least the records that hold it. */
    private final int[] counts;

    TokenSounds(Vocabulary vocabulary) {
        int size = vocabulary.size();
        sounds = new long[size][];
        IntStream.range(0, (size + 999) / 1000).parallel().forEach(part -> {
            for (int t = part * 1000; t < Math.min(size, part * 1000 + 1000); t++) {
                sounds[t] = sounds(vocabulary, t);
            }
        });
        Map<Long, Integer> bySound = HashMap.newHashMap(size);
        for (int t = 0; t < size; t++) {
            for (long sound : sounds[t]) {
                bySound.merge(sound, vocabulary.count(t), Integer::sum);
            }
        }
        counts = new int[size];
        for (int t = 0; t < size; t++) {
            for (long sound : sounds[t]) {
                counts[t] = Math.max(counts[t], bySound.getOrDefault(sound, 0));
            }
        }
    }

    private static long[] sounds(Vocabulary vocabulary, int token) {
        NameToken t = vocabulary.token(token);
        List<String> keys = vocabulary.isLatin(token) ? List.of(t.skeleton()) : t.skeletons();
        int count = Math.min(MOST_SOUNDS, keys.size());
        if (count == 0 || keys.getFirst().isEmpty()) {
            return new long[] {vocabulary.hash(token)};
        }
        long[] hashes = new long[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = Hashes.of(keys.get(i));
        }
        return hashes;
    }

    /** One or two hashes; that of the token itself where it has no reading. */
    long[] of(int token) {
        return sounds[token];
    }

    /** Records that hold a token that sounds like it. */
    int count(int token) {
        return counts[token];
    }
}
