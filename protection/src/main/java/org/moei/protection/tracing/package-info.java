/** Families' requests, matched blind; a family is told only what the person allows. */
@NullMarked
package org.moei.protection.tracing;

import org.jspecify.annotations.NullMarked;
