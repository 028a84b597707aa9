/** Reads a picture from a folder of CSV files, as docs/scenarios.md describes them, and records it entry by entry. */
@NullMarked
package org.moei.disruption.intake;

import org.jspecify.annotations.NullMarked;
