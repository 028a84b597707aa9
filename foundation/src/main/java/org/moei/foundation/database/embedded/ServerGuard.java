package org.moei.foundation.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Stops the server when its last user is gone, however that user went.
 *
 * <p>A shell of its own session holds a shared lock for as long as the pipe to us is open. The kernel closes the pipe
 * when we end, also by {@code kill -9}; then the shell tries for the lock alone, and who gets it was the last user and
 * stops the server. Whoever starts meanwhile waits for its shared lock until the server is down, and starts it anew.
 */
final class ServerGuard implements AutoCloseable {
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            exec 9>>"$1"
            flock -s 9 || exit 1
            echo held
            cat >/dev/null
            flock -n -x 9 || exit 0
            running() { tr '\\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -q "$MOEI_MARK"; }
            pid=$(head -n 1 "$2" 2>/dev/null) || exit 0
            running || exit 0
            kill -INT "$pid"
            waited=0
            while running; do
              sleep 0.02
              waited=$((waited + 1))
              [ "$waited" = 3000 ] && kill -QUIT "$pid"
              [ "$waited" = 4000 ] && kill -KILL "$pid"
            done
            """;

    private final Process shell;

    private ServerGuard(Process shell) {
        this.shell = shell;
    }

    /** Waits while another guard is stopping the server; from then on the server runs until we close or die. */
    static ServerGuard hold(Path lock, ServerProcesses server) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("setsid", "sh", "-c", SCRIPT, "sh", lock.toString(), server.lockFile().toString());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(Map.of("MOEI_MARK", server.mark(), "LC_ALL", "C"));
        // No stream of ours may be inherited: whoever reads our output would wait for the guard as well.
        Process shell = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String answer = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.US_ASCII)).readLine();
        if (!"held".equals(answer)) {
            shell.destroyForcibly();
            throw new IOException("the guard of the database did not start (it needs setsid and flock of util-linux)");
        }
        return new ServerGuard(shell);
    }

    /** Whether no guard holds the lock; one that is stopping the server is waited for. */
    static boolean isFree(Path lock) throws IOException {
        return lock("-w", "60", "-s", lock.toString()) && lock("-n", "-x", lock.toString());
    }

    private static boolean lock(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("flock"));
        command.addAll(List.of(arguments));
        command.add("true");
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Lets go; returns when the server is down, unless another process still uses it. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(90, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (IOException e) {
            shell.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
