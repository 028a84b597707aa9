/** The commands on files, one class a command; no framework, so that they start at once. */
@NullMarked
package org.moei.cli;

import org.jspecify.annotations.NullMarked;
