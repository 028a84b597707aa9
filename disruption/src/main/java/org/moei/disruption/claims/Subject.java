package org.moei.disruption.claims;

import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/** What claims are about, as a question in our words. */
public record Subject(String key, String question) implements Content {
    public static final EntryType<Subject> TYPE = new EntryType<>("claims.subject-recorded", 1, Subject.class);

    public Subject {
        key = Texts.orEmpty(key);
        question = Texts.orEmpty(question);
    }

    /** A question states nothing and stands on itself. */
    @Override
    public Basis basis() {
        return Basis.of(key, "F6", "");
    }

    @Override
    public void check() {
        Texts.require("question", question);
    }
}
