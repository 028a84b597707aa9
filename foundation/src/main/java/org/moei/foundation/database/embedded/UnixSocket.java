package org.moei.foundation.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connected Unix socket in the shape that the JDBC driver knows. The JDK has the channel, but no such socket. */
final class UnixSocket extends Socket {
    private final SocketChannel channel;
    private final InputStream input;
    private final OutputStream output;
    private volatile int timeoutMillis;

    UnixSocket(SocketChannel channel) {
        this.channel = channel;
        this.input = new TimedInput(Channels.newInputStream(channel));
        this.output = Channels.newOutputStream(channel);
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    @Override
    public OutputStream getOutputStream() {
        return output;
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) {
        // It is connected from the start; the driver's address means nothing here.
    }

    @Override
    public boolean isConnected() {
        return channel.isConnected();
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return !channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public void setSoTimeout(int timeout) {
        timeoutMillis = timeout;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMillis;
    }

    @Override
    public InetAddress getInetAddress() {
        return InetAddress.getLoopbackAddress();
    }

    // Options of TCP, without a meaning on a Unix socket.

    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public void setKeepAlive(boolean on) {}

    @Override
    public boolean getKeepAlive() {
        return false;
    }

    @Override
    public void setReceiveBufferSize(int size) {}

    @Override
    public int getReceiveBufferSize() {
        return 1 << 16;
    }

    @Override
    public void setSendBufferSize(int size) {}

    @Override
    public int getSendBufferSize() {
        return 1 << 16;
    }

    /** Reads with the socket's timeout; the driver sets one only to look for notices and to test a connection. */
    private final class TimedInput extends InputStream {
        private final InputStream blocking;

        TimedInput(InputStream blocking) {
            this.blocking = blocking;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return timeoutMillis == 0 ? blocking.read(bytes, offset, length) : readWithin(timeoutMillis, bytes, offset, length);
        }

        private int readWithin(int millis, byte[] bytes, int offset, int length) throws IOException {
            channel.configureBlocking(false);
            try (Selector selector = Selector.open()) {
                channel.register(selector, SelectionKey.OP_READ);
                if (selector.select(millis) == 0) {
                    throw new SocketTimeoutException("no answer within " + millis + " ms");
                }
                return channel.read(ByteBuffer.wrap(bytes, offset, length));
            } finally {
                if (channel.isOpen()) {
                    channel.configureBlocking(true);
                }
            }
        }
    }
}
