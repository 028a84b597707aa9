/**
 * Statements with a figure, a place or an owner, kept as they were made: typed, defined, dated, with source and grade. They stand side by
 * side, disagreements are shown and explained, and nothing is added up, averaged or merged.
 */
@NullMarked
package org.moei.disruption.claims;

import org.jspecify.annotations.NullMarked;
