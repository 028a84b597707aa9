/** Who looks at a page and what they may do there. */
@NullMarked
package org.moei.console.access;

import org.jspecify.annotations.NullMarked;
