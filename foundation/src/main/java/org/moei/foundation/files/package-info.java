/** Photos, scans and recordings: sealed files beside the journal, whose digests stand in it. */
@NullMarked
package org.moei.foundation.files;

import org.jspecify.annotations.NullMarked;
