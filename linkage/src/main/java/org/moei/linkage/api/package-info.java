/** Who is the same: the narrow interface that the house and the commands use. */
@NullMarked
package org.moei.linkage.api;

import org.jspecify.annotations.NullMarked;
