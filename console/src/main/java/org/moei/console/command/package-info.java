/** The commands on data: each opens an installation, does its work and ends. */
@NullMarked
package org.moei.console.command;

import org.jspecify.annotations.NullMarked;
