package org.moei.foundation.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java process that has the server of a folder open. */
record OtherProcess(Process process, BufferedReader output) implements AutoCloseable {

    static OtherProcess start(Path data) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), data);
    }

    static OtherProcess start(List<String> as, String classPath, Path data) throws IOException {
        List<String> command = new ArrayList<>(as);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC", "-cp", classPath, ServerProgram.class.getName(), data.toString()));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new OtherProcess(process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** Waits until it is open; the number of the server's first process. */
    long awaitOpen() throws IOException {
        String line = output.readLine();
        if (line == null || !line.startsWith("open ")) {
            throw new IOException("the other process said: " + line);
        }
        return Long.parseLong(line.substring("open ".length()));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the other process did not end");
        }
    }
}
