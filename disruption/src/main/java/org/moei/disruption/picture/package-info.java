/**
 * What every module of this wing keeps: entries with a source, a grade and a date, each revision an action, held in memory
 * from the journal and readable while the names are unsealed. Knows nothing of what the entries say.
 */
@NullMarked
package org.moei.disruption.picture;

import org.jspecify.annotations.NullMarked;
