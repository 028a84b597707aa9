/** Lists: what they say, whether they add up, and taking in a new one. */
@NullMarked
package org.moei.console.lists;

import org.jspecify.annotations.NullMarked;
