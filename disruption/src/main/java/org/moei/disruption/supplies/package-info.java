/** Supply points and what was done to them, what took the place of what was cut, and who paid: a timeline, never a success rate. */
@NullMarked
package org.moei.disruption.supplies;

import org.jspecify.annotations.NullMarked;
