package org.moei.indicators;

/**
 * A piece of a longer text, cut at a line break where there is one.
 *
 * @param offset code points before it in the whole text
 * @param line number of the line in which it begins, from 1
 * @param lineOffset code points of that line before it; more than 0 only where a line is longer than a piece
 */
public record TextPiece(String text, long offset, long line, long lineOffset) {}
