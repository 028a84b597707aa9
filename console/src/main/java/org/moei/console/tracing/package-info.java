/** Requests of families. */
@NullMarked
package org.moei.console.tracing;

import org.jspecify.annotations.NullMarked;
