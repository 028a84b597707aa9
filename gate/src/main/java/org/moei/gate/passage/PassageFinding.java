package org.moei.gate.passage;

import java.util.Locale;

/**
 * What is wrong with a passage file. Nothing at or after a finding is taken.
 *
 * @param sequence of the message at which it shows, 0 for the file as a whole
 */
public record PassageFinding(Kind kind, long sequence, String detail) {

    /** The kinds of damage and of attack that a file shows by itself. */
    public enum Kind {
        /** No passage file, or one of another sender or another direction. */
        FOREIGN,
        /** A message is missing between two others, or between the last one taken and the first of the file. */
        GAP,
        /** A line that is not what the sender signed. */
        CHANGED,
        /** A message stands after one with a higher number. */
        REORDERED,
        /** A message stands twice, or the file ends before what was taken already: an older one was handed over. */
        REPLAYED,
        /** The sender's own chain goes two ways: a second message with a number that was taken, rightly signed. */
        FORKED,
        /** The last line has no end: the file was still being pulled. Pull again. */
        TORN;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
