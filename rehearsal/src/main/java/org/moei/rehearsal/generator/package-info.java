/**
 * Makes people who never lived: names by the custom and in the script of their nationality, birth dates as they would say
 * them, documents with right check digits, companions, and what they would answer. The same scenario, number of people and
 * seed make the same people, byte for byte. Nobody here is real: all names are composed from lists of single name parts.
 */
@NullMarked
package org.moei.rehearsal.generator;

import org.jspecify.annotations.NullMarked;
