/** What may cross the gate about a compound: a statement of what was seen, minimised by construction. Pure: knows no person, no journal. */
@NullMarked
package org.moei.gate.statement;

import org.jspecify.annotations.NullMarked;
