package org.moei.console.layout;

import java.util.List;
import java.util.Optional;

/**
 * A number that never stands alone.
 *
 * @param title what is counted, in a word or two
 * @param value the number as shown
 * @param qualifier such as "or more", or empty
 * @param counts the definition
 * @param source who says so
 * @param age how old it is, as shown
 * @param link where the source opens
 * @param disagree who says otherwise, a sentence each
 */
public record Figure(
        String title, String value, String qualifier, String counts, String source, String age, Optional<String> link, List<String> disagree) {}
