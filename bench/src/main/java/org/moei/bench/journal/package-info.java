/** How many actions a second the journal takes, beside a bare insert of the same bytes in the same run. */
@NullMarked
package org.moei.bench.journal;

import org.jspecify.annotations.NullMarked;
