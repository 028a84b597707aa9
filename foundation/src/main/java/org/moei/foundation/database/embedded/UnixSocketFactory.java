package org.moei.foundation.database.embedded;

import java.io.IOException;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.net.SocketFactory;

/** Connects the JDBC driver to the server's Unix socket. The driver makes it by name, from the URL's {@code socketFactory}. */
public final class UnixSocketFactory extends SocketFactory {
    private static final String SOCKET = ".s.PGSQL.5432";
    /** What a socket's address holds on Linux, without the final zero (unix(7)). */
    private static final int LONGEST_ADDRESS = 107;

    private final Path folder;

    /** @param folder the cluster's folder, which holds the socket */
    public UnixSocketFactory(String folder) {
        this.folder = Path.of(folder);
    }

    @Override
    public Socket createSocket() throws IOException {
        Path socket = folder.resolve(SOCKET);
        if (socket.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= LONGEST_ADDRESS) {
            return new UnixSocket(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        }
        // A long path is reached through the folder's own open handle, whose name is short.
        try (DirectoryStream<Path> open = Files.newDirectoryStream(folder)) {
            return new UnixSocket(SocketChannel.open(UnixDomainSocketAddress.of(handle(open).resolve(SOCKET))));
        }
    }

    private Path handle(DirectoryStream<Path> open) throws IOException {
        Path wanted = folder.toRealPath();
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            for (Path handle : (Iterable<Path>) handles::iterator) {
                if (Files.isSymbolicLink(handle) && Files.readSymbolicLink(handle).equals(wanted)) {
                    return handle;
                }
            }
        }
        throw new IOException("no handle of " + folder + " is open in " + List.of(open));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(String host, int port, java.net.InetAddress localHost, int localPort) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(java.net.InetAddress host, int port) throws IOException {
        return createSocket();
    }

    @Override
    public Socket createSocket(java.net.InetAddress address, int port, java.net.InetAddress localAddress, int localPort) throws IOException {
        return createSocket();
    }
}
