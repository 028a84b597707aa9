package org.moei.protection.testimony;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;

/** The list of compounds that stays and statements may name: part of setting up an operation. About nobody. */
public final class Compounds implements Follower {
    private static final String NAMED = "testimony.compound-named";

    private final WingFoundation foundation;
    private final Map<String, byte[]> names = new LinkedHashMap<>();

    Compounds(WingFoundation foundation) {
        this.foundation = foundation;
    }

    record Named(String name) {}

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            if (each.envelope().type().equals(NAMED)) {
                each.envelope().findAgencyPart("compound").ifPresent(part -> names.put(each.envelope().clear("site"), part.sealed()));
            }
        }
    }

    /**
     * The action that puts a compound on the list.
     *
     * @param key the same in both wings, in kebab-case
     */
    public Action name(Hand hand, String key, String name) {
        foundation.authoriser().require(hand.viewer(), Permission.TESTIMONY_RELEASE);
        if (name.isBlank() || !key.matches("[a-z0-9]+(-[a-z0-9]+)*") || key.length() > 64) {
            throw Problem.of(Problem.Kind.REFUSED, "compound-form", "The compound has no name, or its key is not in kebab-case.").asException();
        }
        return hand.act(NAMED, 1).clear("site", key).sealForAgency("compound", new Named(name)).build();
    }

    public synchronized boolean has(String key) {
        return names.containsKey(key);
    }

    /** Names by key, in order of key. */
    public synchronized Map<String, String> list() {
        Map<String, String> all = new TreeMap<>();
        for (String key : new ArrayList<>(names.keySet())) {
            all.put(key, Json.read(foundation.vault().open(names.getOrDefault(key, new byte[0])), Named.class).name());
        }
        return all;
    }
}
