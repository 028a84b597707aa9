/** Who is the same: names in every script, evidence, candidates, clusters. Knows no framework, no database, no clock. */
@NullMarked
package org.moei.linkage;

import org.jspecify.annotations.NullMarked;
