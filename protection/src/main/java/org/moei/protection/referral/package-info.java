/** Services and agencies to which people are referred, with consent for each. */
@NullMarked
package org.moei.protection.referral;

import org.jspecify.annotations.NullMarked;
