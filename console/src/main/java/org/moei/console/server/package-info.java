/** The web server: start, security, headers, static files, the rule of each handler, and errors. */
@NullMarked
package org.moei.console.server;

import org.jspecify.annotations.NullMarked;
