package org.moei.linkage.names;

/** What a token does in a name. Only {@link #NAME} and {@link #INITIAL} are compared as parts; the others explain what is missing. */
public enum TokenRole {
    /** A given, father's, family or other name. */
    NAME,
    /** One letter that stands for a name. */
    INITIAL,
    /** al-, de, van, bin: belongs to its neighbour, is often left out. */
    PARTICLE,
    /** Mr, U, Daw, Dr, Shri: says nothing about who it is. */
    HONORIFIC,
    /** bin, bint, s/o, oğlu: the next token is a parent's name. */
    PATRONYMIC_MARKER,
    /** A very frequent name that is often abbreviated or left out (Md, Mohd, Kumar, Bibi): agreement weighs little, absence nothing. */
    FILLER,
    /** FNU, LNU, XXX, unknown: the source had nothing to say. */
    PLACEHOLDER;

    /** Whether a token of this role is evidence about the person. */
    public boolean isPart() {
        return switch (this) {
            case NAME, INITIAL, FILLER -> true;
            case PARTICLE, HONORIFIC, PATRONYMIC_MARKER, PLACEHOLDER -> false;
        };
    }
}
