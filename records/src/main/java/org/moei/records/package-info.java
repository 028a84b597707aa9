/** Records of people as files hold them, and readings of what stands in their fields. */
@NullMarked
package org.moei.records;

import org.jspecify.annotations.NullMarked;
