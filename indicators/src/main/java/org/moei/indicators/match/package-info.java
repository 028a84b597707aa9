/**
 * Known indicators against streams. A set is compiled into a file that is mapped: 64-bit fingerprints of domains by labels from
 * right to left behind a bit filter, tables for all else. A log is read as tokens, so that a name never matches inside a word.
 */
@NullMarked
package org.moei.indicators.match;

import org.jspecify.annotations.NullMarked;
