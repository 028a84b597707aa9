package org.moei.indicators;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The regular files below a folder in the order of their names, folder by folder; links are not followed. One folder at a time is held. */
final class Folder implements Iterable<Path> {
    private final Path root;
    private final Consumer<Path> unreadable;

    private Folder(Path root, Consumer<Path> unreadable) {
        this.root = root;
        this.unreadable = unreadable;
    }

    static Folder of(Path root, Consumer<Path> unreadable) {
        return new Folder(root, unreadable);
    }

    @Override
    public Iterator<Path> iterator() {
        Deque<Path> waiting = new ArrayDeque<>();
        waiting.push(root);
        return new Iterator<>() {
            private @Nullable Path next = advance();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Path next() {
                Path here = next;
                if (here == null) {
                    throw new NoSuchElementException();
                }
                next = advance();
                return here;
            }

            private @Nullable Path advance() {
                while (!waiting.isEmpty()) {
                    Path path = waiting.pop();
                    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || path.equals(root)) {
                        list(path).forEach(waiting::push);
                    } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                        return path;
                    }
                }
                return null;
            }
        };
    }

    /** What stands in a folder, last name first. */
    private List<Path> list(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | java.nio.file.DirectoryIteratorException denied) {
            unreadable.accept(folder);
        }
        entries.sort(Collections.reverseOrder());
        return entries;
    }
}
