@NullMarked
package org.moei.console.server;

import org.jspecify.annotations.NullMarked;
