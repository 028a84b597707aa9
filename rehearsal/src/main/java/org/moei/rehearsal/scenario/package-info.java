/**
 * An operation as data: a folder of YAML and CSV files in which every figure carries its source, read into immutable
 * records and checked on reading. The format is described in {@code docs/scenarios.md}.
 *
 * <p>Nothing here is wired to one operation, and nothing here draws conclusions: a table that contradicts itself is kept
 * as it was printed.
 */
@NullMarked
package org.moei.rehearsal.scenario;

import org.jspecify.annotations.NullMarked;
