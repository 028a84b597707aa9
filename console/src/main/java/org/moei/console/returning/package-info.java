/** Readiness of states, and journeys home. */
@NullMarked
package org.moei.console.returning;

import org.jspecify.annotations.NullMarked;
