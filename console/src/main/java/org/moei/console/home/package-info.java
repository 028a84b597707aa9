/** The protection wing's home page and the numbers of command. */
@NullMarked
package org.moei.console.home;

import org.jspecify.annotations.NullMarked;
