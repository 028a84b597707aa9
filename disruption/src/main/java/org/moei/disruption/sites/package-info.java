/** Compounds in townships, what they are said to run, and the claims about them. No place is finer than a township. */
@NullMarked
package org.moei.disruption.sites;

import org.jspecify.annotations.NullMarked;
