/** From bytes to text: encodings, mark-up, mail, archives, with a limit on everything that can be blown up. */
@NullMarked
package org.moei.indicators.internal.decode;

import org.jspecify.annotations.NullMarked;
