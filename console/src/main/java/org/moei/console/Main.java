package org.moei.console;

/** {@code ./moei demo, serve, import …}: the commands on data. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.err.println("Not there yet.");
        System.exit(3);
    }
}
