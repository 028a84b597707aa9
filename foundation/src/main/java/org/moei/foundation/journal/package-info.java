/** Actions, appended once and never changed: sealed envelopes, one writer for each wing, the tree over them, projections, rebuild, verification, export. */
@NullMarked
package org.moei.foundation.journal;

import org.jspecify.annotations.NullMarked;
