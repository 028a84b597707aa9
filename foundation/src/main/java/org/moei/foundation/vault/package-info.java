/** Keys for each person under an agency's key of an epoch, under a root that officers unlock; seals and opens what the journal keeps. */
@NullMarked
package org.moei.foundation.vault;

import org.jspecify.annotations.NullMarked;
