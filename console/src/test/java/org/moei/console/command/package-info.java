@NullMarked
package org.moei.console.command;

import org.jspecify.annotations.NullMarked;
