/** Pages of both sides of the gate: statements and their release, questions and answers. Each wing's pages see their own wing only. */
@NullMarked
package org.moei.console.gate;

import org.jspecify.annotations.NullMarked;
