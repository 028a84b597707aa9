/** Backups: what is in one, how it is checked, how it is put back, and the drill that measures what a loss would cost. */
@NullMarked
package org.moei.console.backup;

import org.jspecify.annotations.NullMarked;
