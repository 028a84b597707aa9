/** Reading outside of the usual scope, and who watches it: broken glass, copies for whoever they are about, one interview, notices, budgets. */
@NullMarked
package org.moei.console.watch;

import org.jspecify.annotations.NullMarked;
