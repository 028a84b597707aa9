/** What partners keep of the journals: signed heads, each day, on paper. */
@NullMarked
package org.moei.console.proof;

import org.jspecify.annotations.NullMarked;
