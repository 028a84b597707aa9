package org.moei.console.server;

import java.time.Duration;

/**
 * How the console is served.
 *
 * @param address to listen on; loopback unless an installation says otherwise
 * @param port 0 for any free one
 * @param idle a session ends after this long without a request
 */
public record ConsoleOptions(String address, int port, Duration idle) {
    public static ConsoleOptions onLoopback(int port) {
        return new ConsoleOptions("127.0.0.1", port, Duration.ofMinutes(60));
    }
}
