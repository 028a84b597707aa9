package org.moei.gate.statement;

/** The answer to a witness request: the same words and size in every case. */
public record PassedAnswer(String request, String text) {}
