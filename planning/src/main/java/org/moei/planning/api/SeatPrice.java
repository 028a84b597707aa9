package org.moei.planning.api;

/**
 * What one more seat would be worth: by how much the lower bound falls with it.
 *
 * @param destination the destination
 * @param day the day of departure
 * @param price weighted days of waiting saved by one more seat, never negative; 0 where seats stay free
 */
public record SeatPrice(String destination, int day, long price) {}
