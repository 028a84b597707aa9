/**
 * Letter tables: how the letters of one script are spelt in another, fitted to name pairs, and how usual a spelling is.
 *
 * <p>A name is a sequence of units (letters, jamo, onsets and rhymes: {@link org.moei.linkage.names.letters.Units}). Each unit of the
 * one side emits a chunk of nought to a few units of the other, with a probability that depends on its neighbours
 * ({@link org.moei.linkage.names.letters.EmissionTable}). Two such tables, one for each direction, and a model of the spellings of each side
 * ({@link org.moei.linkage.names.letters.SpellingModel}) make a {@link org.moei.linkage.names.letters.LetterModel}, which says how much likelier a pair
 * of spellings is for one name than for two.
 */
@NullMarked
package org.moei.linkage.names.letters;

import org.jspecify.annotations.NullMarked;
