@NullMarked
package org.moei.console.signin;

import org.jspecify.annotations.NullMarked;
