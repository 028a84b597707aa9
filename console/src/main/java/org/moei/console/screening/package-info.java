/** The queue for an interview, the interview, and the decision of a named team. */
@NullMarked
package org.moei.console.screening;

import org.jspecify.annotations.NullMarked;
