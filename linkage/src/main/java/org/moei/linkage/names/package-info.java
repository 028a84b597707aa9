/**
 * Names of people in every script: read as written, compared as evidence.
 *
 * <p>{@link org.moei.linkage.names.Names#read} takes a name as it stands on a list and gives its tokens with script, role, normal form,
 * Latin readings and keys. {@link org.moei.linkage.names.NameComparer} says how two such names agree and how much that weighs.
 * {@link org.moei.linkage.names.NameIndex} finds the best of many names by the name alone, at full recall.
 *
 * <p>Everything here is thread-safe, knows no clock and no randomness, and never throws for any string.
 */
@NullMarked
package org.moei.linkage.names;

import org.jspecify.annotations.NullMarked;
