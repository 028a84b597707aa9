/** Plays a rehearsal: the files of its parties go through the same imports as real ones, the events of its days become actions of the house. */
@NullMarked
package org.moei.console.demo;

import org.jspecify.annotations.NullMarked;
