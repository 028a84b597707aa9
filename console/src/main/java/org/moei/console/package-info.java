/** The pages, and the commands on data. */
@NullMarked
package org.moei.console;

import org.jspecify.annotations.NullMarked;
