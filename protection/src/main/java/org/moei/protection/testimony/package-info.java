/**
 * The protection side of the gate: statements proposed from interviews and released by two, questions that come back, answers that never confirm
 * anybody, the weekly table. Whom a statement is from is sealed here, under that person's own key, and leaves with nobody.
 */
@NullMarked
package org.moei.protection.testimony;

import org.jspecify.annotations.NullMarked;
