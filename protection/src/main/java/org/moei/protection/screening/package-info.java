/** Interviews, the indicators they answer, the rules that say what is met and what is unknown, and decisions by named teams. */
@NullMarked
package org.moei.protection.screening;

import org.jspecify.annotations.NullMarked;
