package org.moei.gate.statement;

/** A witness request as it crosses, under an id of its own. Who asks stays in the other wing. */
public record PassedQuestion(String id, Question question) {}
