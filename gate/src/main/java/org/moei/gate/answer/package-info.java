/** Answers that say the same to everybody: one form, one size, one fixed deadline. */
@NullMarked
package org.moei.gate.answer;

import org.jspecify.annotations.NullMarked;
