/** What both wings stand on: journal, vault, access, database. */
@NullMarked
package org.moei.foundation;

import org.jspecify.annotations.NullMarked;
