package org.moei.console.layout;

/** A model whose service wrote the read down itself; the page does not write it twice. */
public interface AlreadyLogged {}
