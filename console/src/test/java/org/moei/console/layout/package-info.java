@NullMarked
package org.moei.console.layout;

import org.jspecify.annotations.NullMarked;
