/** Who travels when: seats filled by an exact flow bound and families-first rounding. */
@NullMarked
package org.moei.planning;

import org.jspecify.annotations.NullMarked;
