package dev.standfirst.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sockets that Angus opens a connection with: the plain one, and the one that TLS wraps around it. They hold no
 * small packets back: with Nagle's algorithm the last packet of each mail waits for a delayed acknowledgement, 42 ms on
 * one machine. Used by one thread.
 */
final class SmtpSockets {

    private static final Logger log = LoggerFactory.getLogger(SmtpSockets.class);

    private final Supplier<SSLSocketFactory> tls;
    private @Nullable Socket raw;
    private @Nullable Socket latest;

    /**
     * Makes one.
     *
     * @param tls makes connections private, and knows whose certificates count; asked for where one is to be private
     */
    SmtpSockets(Supplier<SSLSocketFactory> tls) {
        this.tls = tls;
    }

    SocketFactory plain() {
        return new Plain();
    }

    SSLSocketFactory secure() {
        return new Secure();
    }

    /** The socket that was made last, which is the one that a connection speaks over once it is open. */
    Socket latest() throws IOException {
        return known(latest);
    }

    /** The one below TLS; the same where there is no TLS. */
    Socket raw() throws IOException {
        return known(raw);
    }

    /** How the connection is private, once it is open; empty where it is not. */
    Optional<SSLSession> session() {
        return latest instanceof SSLSocket secure ? Optional.of(secure.getSession()) : Optional.empty();
    }

    /** Closes what was opened; Angus leaves a socket open where TLS does not come about. */
    void close() {
        try {
            if (raw != null) {
                raw.close();
            }
        } catch (IOException e) {
            log.debug("the connection was broken already", e);
        }
    }

    private static Socket known(@Nullable Socket socket) throws IOException {
        if (socket == null) {
            throw new IOException("no socket was opened");
        }
        return socket;
    }

    private Socket open(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        raw = socket;
        latest = socket;
        return socket;
    }

    private Socket wrapped(Socket inner, Socket outer) throws IOException {
        inner.setTcpNoDelay(true);
        raw = inner;
        latest = outer;
        return outer;
    }

    private final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            return open(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return open(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return open(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return open(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return open(new Socket(host, port, local, localPort));
        }
    }

    private final class Secure extends SSLSocketFactory {

        @Override
        public String[] getDefaultCipherSuites() {
            return tls.get().getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return tls.get().getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
            return wrapped(socket, tls.get().createSocket(socket, host, port, autoClose));
        }

        @Override
        public Socket createSocket(Socket socket, InputStream consumed, boolean autoClose) throws IOException {
            return wrapped(socket, tls.get().createSocket(socket, consumed, autoClose));
        }

        @Override
        public Socket createSocket() throws IOException {
            return open(tls.get().createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return open(tls.get().createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return open(tls.get().createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return open(tls.get().createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return open(tls.get().createSocket(host, port, local, localPort));
        }
    }
}
