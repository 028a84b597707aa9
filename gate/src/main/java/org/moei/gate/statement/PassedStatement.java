package org.moei.gate.statement;

/**
 * A statement as it crosses: under an id of its own that leads back to nobody.
 *
 * @param id made when it passed; the link to where it came from is sealed in protection
 * @param until ISO day after which nobody shows it any more
 */
public record PassedStatement(String id, Statement statement, String until) {}
