/** From a free declaration to home: embassies' readiness, documents, money, seats, departures. */
@NullMarked
package org.moei.protection.repatriation;

import org.jspecify.annotations.NullMarked;
