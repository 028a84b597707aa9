package org.moei.linkage.evidence;

import java.time.LocalDate;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.TokenRole;

/** Keys of the incremental index: single pieces of evidence, so that a query needs to share only one; the rarest lead. */
final class IndexKeys {
    private IndexKeys() {}

    static void add(Population people, int r, Longs out) {
        for (int t = people.tokenStart.get(people.nameStart.get(r)); t < people.tokenStart.get(people.nameStart.get(r + 1)); t++) {
            int token = people.tokens.get(t);
            NameToken name = people.vocabulary.token(token);
            if (name.role() == TokenRole.INITIAL) {
                continue;
            }
            out.add(Hashes.then(people.vocabulary.hash(token), 1));
            int skeletons = 0;
            for (String skeleton : people.vocabulary.isLatin(token) ? java.util.List.of(name.skeleton()) : name.skeletons()) {
                if (!skeleton.isEmpty() && skeletons++ < 4) {
                    out.add(Hashes.then(Hashes.of(skeleton), 2));
                }
            }
            String normal = name.normal();
            if (people.vocabulary.isLatin(token) && normal.length() >= 4 && normal.length() <= 14) {
                out.add(Hashes.then(Hashes.of(normal), 3));
                for (int cut = 0; cut < normal.length(); cut++) {
                    out.add(Hashes.then(Hashes.of(normal.substring(0, cut) + normal.substring(cut + 1)), 3));
                }
            }
        }
        for (int d = people.dateStart.get(r); d < people.dateStart.get(r + 1); d++) {
            if (people.isDay(d)) {
                LocalDate day = LocalDate.ofEpochDay(people.dateFrom.get(d));
                out.add(Hashes.then(day.toEpochDay(), 4));
            }
        }
        for (TextColumn column : people.texts.values()) {
            boolean strong = column.field.equals("document") || column.field.equals("phone") || column.field.equals("email");
            for (int v = 0; v < column.count(r); v++) {
                String value = column.text(column.value(r, v));
                if (strong) {
                    out.add(Hashes.then(Hashes.of(value), 5));
                    for (int cut = 0; value.length() >= 7 && cut < Math.min(16, value.length()); cut++) {
                        out.add(Hashes.then(Hashes.of(value.substring(0, cut) + value.substring(cut + 1)), 6));
                    }
                }
            }
        }
    }
}
