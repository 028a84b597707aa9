/** What is in the text: extraction of cyber indicators, and matching of known ones at memory speed. */
@NullMarked
package org.moei.indicators;

import org.jspecify.annotations.NullMarked;
