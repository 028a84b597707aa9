/** Lists, their versions and what does not add up; arrivals; records that may be one person. */
@NullMarked
package org.moei.protection.reception;

import org.jspecify.annotations.NullMarked;
