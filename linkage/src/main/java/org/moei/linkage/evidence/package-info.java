/**
 * How the linker weighs. Records become columns of integer codes ({@code Population}); two records become a vector of levels of agreement
 * ({@code PairComparer}); vectors are weighed by a Fellegi-Sunter {@code Model} that is fitted without labels ({@code Fitting}); pairs worth
 * comparing come from {@code Blocks}; what holds becomes {@code Clusters}. Not for callers: they use {@code org.moei.linkage.api}.
 */
@NullMarked
package org.moei.linkage.evidence;

import org.jspecify.annotations.NullMarked;
