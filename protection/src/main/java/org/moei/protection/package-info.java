/** Reception, tracing, screening, repatriation and referral of the people who come out. */
@NullMarked
package org.moei.protection;

import org.jspecify.annotations.NullMarked;
