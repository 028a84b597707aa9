/** The log of who read what. */
@NullMarked
package org.moei.console.audit;

import org.jspecify.annotations.NullMarked;
