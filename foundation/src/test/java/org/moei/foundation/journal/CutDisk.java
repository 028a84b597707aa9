package org.moei.foundation.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk whose power can be cut: an ext4 file system of its own in a file. The cut is the kernel's own ({@code EXT4_IOC_SHUTDOWN} without flushing
 * the log): from then on nothing is written any more, and what was written and not synced before is gone, also from the file system's journal.
 * What the device itself would lose out of its cache is not simulated: what the kernel handed down counts as kept.
 */
final class CutDisk implements AutoCloseable {
    /** {@code _IOR('X', 125, __u32)} of Linux' ext4.h. */
    private static final long SHUTDOWN = 0x8004587DL;

    private static final int WITHOUT_LOG_FLUSH = 2;

    private final Path image;
    private final Path folder;

    private CutDisk(Path image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    /** A new disk under a folder, or null where this machine does not let us mount one (it takes root, loop devices and mkfs.ext4). */
    static @org.jspecify.annotations.Nullable CutDisk make(Path parent, long bytes) throws IOException, InterruptedException {
        Path image = parent.resolve("disk.img");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(bytes);
        }
        CutDisk disk = new CutDisk(image, Files.createDirectory(parent.resolve("disk")));
        return run("mkfs.ext4", "-q", "-F", image.toString()) && disk.mount() ? disk : null;
    }

    Path folder() {
        return folder;
    }

    /** Mounts it again after a cut; the file system recovers from its journal, as after a power loss. */
    boolean mount() throws IOException, InterruptedException {
        return run("mount", "-o", "loop", image.toString(), folder.toString()) && run("chmod", "755", folder.toString());
    }

    /** Cuts the power: returns at once, whoever writes gets errors from now on. */
    void cut() {
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle open = linker.downcallHandle(linker.defaultLookup().findOrThrow("open"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            MethodHandle ioctl = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("ioctl"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                    Linker.Option.firstVariadicArg(2));
            MethodHandle close = linker.downcallHandle(linker.defaultLookup().findOrThrow("close"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            MemorySegment flags = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_LOG_FLUSH);
            int descriptor = (int) open.invokeExact(arena.allocateFrom(folder.toString()), 0);
            int answer = (int) ioctl.invokeExact(descriptor, SHUTDOWN, flags);
            int closed = (int) close.invokeExact(descriptor);
            if (answer != 0 || closed != 0) {
                throw new IllegalStateException("The file system could not be shut down.");
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes it away; processes that still hold files of it keep nobody up. */
    void unmount() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 100 && !run("umount", folder.toString()); attempt++) {
            Thread.sleep(50);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("umount", "-l", folder.toString());
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
