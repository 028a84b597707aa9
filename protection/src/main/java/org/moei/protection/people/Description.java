package org.moei.protection.people;

import java.util.List;

/**
 * What is said of a person, as written and by whom; readings are made when it is shown. Each list is a group of fields
 * of its own, sealed apart, so that a group can be shown without the others. Lists are never null.
 */
public final class Description {
    private Description() {}

    /**
     * A name as written.
     *
     * @param written in any script
     * @param language BCP 47, or empty
     * @param kind {@code full}, {@code given}, {@code family}, {@code father}, {@code alias}, {@code nickname}, {@code mrz}
     * @param saidBy who says so, e.g. {@code person}, {@code passport}, a list's name
     */
    public record Name(String written, String language, String kind, String saidBy) {
        public Name {
            written = orEmpty(written);
            language = orEmpty(language);
            kind = orEmpty(kind);
            saidBy = orEmpty(saidBy);
        }
    }

    /** A birth date or an age, as written, and when that was said (ISO date, for ages). */
    public record Birth(String written, String kind, String saidBy, String saidOn) {
        public Birth {
            written = orEmpty(written);
            kind = orEmpty(kind);
            saidBy = orEmpty(saidBy);
            saidOn = orEmpty(saidOn);
        }
    }

    /** A document: kind, issuing state (alpha-3), number as written. */
    public record Document(String kind, String state, String number, String saidBy) {
        public Document {
            kind = orEmpty(kind);
            state = orEmpty(state);
            number = orEmpty(number);
            saidBy = orEmpty(saidBy);
        }
    }

    /** A way to reach somebody: kind ({@code phone}, {@code telegram} …) and value as written, whose. */
    public record Contact(String kind, String value, String whose) {
        public Contact {
            kind = orEmpty(kind);
            value = orEmpty(value);
            whose = orEmpty(whose);
        }
    }

    /** Group {@code names}. */
    public record Names(List<Name> names) {
        public Names {
            names = orEmpty(names);
        }
    }

    /** Group {@code births}. */
    public record Births(List<Birth> births) {
        public Births {
            births = orEmpty(births);
        }
    }

    /** Group {@code documents}. */
    public record Documents(List<Document> documents) {
        public Documents {
            documents = orEmpty(documents);
        }
    }

    /** Group {@code contacts}. */
    public record Contacts(List<Contact> contacts) {
        public Contacts {
            contacts = orEmpty(contacts);
        }
    }

    /** Group {@code notes}: origin, languages spoken, and what no other group has. Needs stand in {@link Health}. */
    public record Notes(String origin, List<String> languages, String note) {
        public Notes {
            origin = orEmpty(origin);
            languages = orEmpty(languages);
            note = orEmpty(note);
        }
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> orEmpty(@org.jspecify.annotations.Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
