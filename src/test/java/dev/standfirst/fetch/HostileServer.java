package dev.standfirst.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/** A web server on the loopback interface that answers as each path is told to, however wrong that is. */
public final class HostileServer implements AutoCloseable {

    /** What is done with a connection whose request was read; it is closed afterwards. */
    public interface Behaviour {
        void play(Connection connection) throws Exception;
    }

    private final ServerSocket listener;
    private final String host;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<Thread> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile String greeting = "";
    private final CountDownLatch stopped = new CountDownLatch(1);

    public HostileServer() throws IOException {
        this("127.0.0.1", ServerSocket::new);
    }

    public HostileServer(String host, Factory sockets) throws IOException {
        this.host = host;
        listener = sockets.open();
        listener.bind(new InetSocketAddress(InetAddress.getByName(host), 0), 1_000);
        start(this::accept);
    }

    public interface Factory {
        ServerSocket open() throws IOException;
    }

    public HostileServer on(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    /** Answers with these bytes, whatever they are. */
    public HostileServer on(String path, String... lines) {
        return on(path, connection -> connection.write(String.join("\r\n", lines)));
    }

    /** Answers with a whole page. */
    public HostileServer page(String path, String body, String... headers) {
        return on(
                path,
                connection -> connection.write("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n%s\r\n%s"
                        .formatted(body.length(), lines(headers), body)));
    }

    /** Speaks first, as a mail server does. */
    public HostileServer greet(String words) {
        greeting = words;
        return this;
    }

    public HostileServer redirect(String path, int status, String location) {
        return on(path, "HTTP/1.1 %d Moved".formatted(status), "Location: " + location, "Content-Length: 0", "", "");
    }

    public URI address(String path) {
        return URI.create("http://%s:%d%s".formatted(host, listener.getLocalPort(), path));
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The heads of all requests so far. */
    List<String> requests() {
        return new ArrayList<>(requests);
    }

    /** Returns when every connection has come to its end, on this side too. */
    void awaitQuiet() throws InterruptedException {
        for (Thread connection : connections) {
            connection.join();
        }
    }

    @Override
    public void close() throws IOException {
        stopped.countDown();
        listener.close();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                connections.add(start(() -> serve(socket)));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static Thread start(Runnable work) {
        Thread thread = new Thread(work, "hostile");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void serve(Socket socket) {
        try (socket) {
            Connection connection = new Connection(socket);
            connection.write(greeting);
            String head = connection.head();
            while (!head.isEmpty()) {
                requests.add(head);
                String path = head.split("[ ?]")[1];
                behaviours
                        .getOrDefault(
                                path, missing -> missing.write("HTTP/1.1 404 Nothing\r\nContent-Length: 0\r\n\r\n"))
                        .play(connection);
                head = connection.ended ? "" : connection.head();
            }
        } catch (Exception e) {
            return; // The client has had enough.
        }
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }

    /** One connection. */
    public final class Connection {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private boolean ended;

        private Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
        }

        private String head() throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                head.append((char) next);
            }
            return head.toString();
        }

        public void write(String text) throws IOException {
            if (text.isEmpty()) {
                return;
            }
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }

        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Goes on until the client hangs up. */
        public void endlessly(Supplier<String> text) throws IOException {
            while (stopped.getCount() > 0) {
                write(text.get());
            }
        }

        /** One byte a second. */
        public void drip() throws IOException, InterruptedException {
            while (!stopped.await(1, TimeUnit.SECONDS)) {
                write("x");
            }
        }

        /** Says nothing more until the client hangs up. */
        public void hang() throws IOException {
            while (in.read() >= 0) {
                // It may say what it likes.
            }
            ended = true;
        }

        public void end() {
            ended = true;
        }

        /** Takes one more request and closes the connection instead of an answer. */
        void leaveNextUnanswered() throws IOException {
            head();
            ended = true;
        }

        /** Closes without the usual goodbye. */
        public void reset() throws IOException {
            socket.setSoLinger(true, 0);
            ended = true;
        }

        OutputStream out() {
            return out;
        }
    }

    /**
     * So many megabytes of zeros, packed once or twice and made as they are sent: gzip may consist of many files in a
     * row.
     */
    public static Behaviour bomb(int megabytes, int layers) {
        return connection -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Encoding: %s\r\nConnection: close\r\n\r\n"
                    .formatted(String.join(", ", Collections.nCopies(layers, "gzip"))));
            ByteArrayOutputStream one = new ByteArrayOutputStream();
            try (OutputStream zeros = new GZIPOutputStream(one)) {
                zeros.write(new byte[1_000_000]);
            }
            try (OutputStream out = layers == 1 ? connection.out() : new GZIPOutputStream(connection.out())) {
                for (int i = 0; i < megabytes; i++) {
                    one.writeTo(out);
                }
            }
            connection.end();
        };
    }
}
