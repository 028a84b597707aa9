/**
 * What every module may use: the error form, progress of long work, and what is injected instead of taken (time,
 * ids, randomness). Depends on nothing but the JDK.
 */
@NullMarked
package org.moei.base;

import org.jspecify.annotations.NullMarked;
