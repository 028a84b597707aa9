package org.moei.cli;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/**
 * What a resumable extraction has done: beside the growing output, a file of tab-separated lines. The first holds the settings; each
 * other a file that was read to its end with its size and time of change, the output's bytes so far, and the refusals since the last.
 */
final class ExtractJournal {
    private final @Nullable Path file;
    private final Set<String> done = new HashSet<>();
    private final List<Problem> refused = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private long bytes;

    private ExtractJournal(@Nullable Path file) {
        this.file = file;
    }

    /** Keeps nothing. */
    static ExtractJournal none() {
        return new ExtractJournal(null);
    }

    /** Opens the journal of an unfinished output, or begins one; the output is cut to what the journal vouches for. */
    static ExtractJournal open(Path part, Path file, String settings) throws IOException {
        ExtractJournal journal = new ExtractJournal(file);
        String first = "moei-extract 1\t" + encoded(settings) + "\n";
        if (!Files.exists(file) || !Files.exists(part)) {
            Files.writeString(file, first);
            Files.write(part, new byte[0]);
            return journal;
        }
        String text = Files.readString(file);
        if (!text.startsWith(first)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "resume", "The unfinished run had other options.").withAdvice("the same options go on with it; removing " + file.getFileName() + " begins anew.").asException();
        }
        String kept = text.substring(0, text.lastIndexOf('\n') + 1);
        Files.writeString(file, kept);
        for (String line : kept.substring(first.length()).split("\n")) {
            journal.line(line.split("\t", -1));
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            if (channel.size() < journal.bytes) {
                throw Problem.of(Problem.Kind.COULD_NOT_RUN, "resume", "The unfinished output is shorter than its journal says.").withAdvice("removing " + file.getFileName() + " begins anew.").asException();
            }
            channel.truncate(journal.bytes);
        }
        return journal;
    }

    private void line(String[] cells) {
        if (cells.length == 5 && cells[0].equals("done")) {
            done.add(key(decoded(cells[4]), cells[2], cells[3]));
            bytes = Long.parseLong(cells[1]);
        } else if (cells.length == 5 && cells[0].equals("refused")) {
            Problem problem = Problem.of(Problem.Kind.REFUSED, cells[1], decoded(cells[3])).at(Problem.Where.row(decoded(cells[2]), 0, ""));
            refused.add(cells[4].isEmpty() ? problem : problem.withAdvice(decoded(cells[4])));
        }
    }

    /** What earlier runs refused. */
    List<Problem> refused() {
        return refused;
    }

    boolean isDone(String name, long size, long modified) {
        return done.contains(key(name, Long.toString(size), Long.toString(modified)));
    }

    void refuse(Problem problem) {
        if (file != null) {
            pending.append("refused\t").append(problem.code()).append('\t').append(encoded(problem.where().file())).append('\t').append(encoded(problem.message())).append('\t')
                    .append(encoded(problem.advice().orElse(""))).append('\n');
        }
    }

    /** The mark of a file that has been read; it is written behind its hits. Empty where nothing is kept. */
    String mark(String name, long size, long modified) {
        if (file == null) {
            return "";
        }
        String mark = pending + "done\t#\t" + size + "\t" + modified + "\t" + encoded(name) + "\n";
        pending.setLength(0);
        return mark;
    }

    /** Bytes of output were written. */
    void count(long written) {
        bytes += written;
    }

    void write(String mark) throws IOException {
        if (file != null) {
            Files.writeString(file, mark.replace("done\t#\t", "done\t" + bytes + "\t"), StandardOpenOption.APPEND);
        }
    }

    void remove() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static String key(String name, String size, String modified) {
        return size + "\t" + modified + "\t" + name;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
