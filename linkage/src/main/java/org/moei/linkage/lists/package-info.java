/** Lists of people, organisations and vessels as their publishers write them: FollowTheMoney, OFAC, United Nations, European Union, United Kingdom. */
@NullMarked
package org.moei.linkage.lists;

import org.jspecify.annotations.NullMarked;
