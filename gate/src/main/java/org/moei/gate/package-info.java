/** The only passage between the wings: one way, consented, minimised, released by two, revocable. */
@NullMarked
package org.moei.gate;

import org.jspecify.annotations.NullMarked;
