/** Makes an operation from published figures and writes the files that its parties would write. */
@NullMarked
package org.moei.rehearsal;

import org.jspecify.annotations.NullMarked;
