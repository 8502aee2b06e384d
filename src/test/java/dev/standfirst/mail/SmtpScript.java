package dev.standfirst.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A mail server that plays one script for each connection, in order. A line of a script is what the server says
 * ({@code S: 250 ok}), what the client must say next ({@code C: MAIL FROM:<a@b.example>}; lines may go on behind it),
 * {@code MAIL} for all bytes up to the final dot, {@code PART} for one byte of them, {@code QUIET} for nothing more
 * being there, {@code TLS}, {@code HANG} until the client goes away, {@code STOP} for not even reading, or {@code CUT}.
 * What did not happen as written is told by {@link #problems}.
 */
final class SmtpScript implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> scripts;
    private final SSLSocketFactory tls;
    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());
    private final List<String> mails = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch played;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();

    SmtpScript(String... scripts) throws IOException {
        this((SSLSocketFactory) SSLSocketFactory.getDefault(), scripts);
    }

    SmtpScript(SSLSocketFactory tls, String... scripts) throws IOException {
        this.tls = tls;
        this.scripts = List.of(scripts);
        this.played = new CountDownLatch(scripts.length);
        Thread thread = new Thread(this::accept, "smtp-script");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many connections were made. */
    int connections() {
        return connections.get();
    }

    /** The bytes of each mail up to its final dot, as text. */
    List<String> mails() {
        return List.copyOf(mails);
    }

    /** What did not happen as written, once all scripts have ended. */
    List<String> problems() throws InterruptedException {
        if (!played.await(20, TimeUnit.SECONDS)) {
            problems.add("not all scripts were played");
        }
        return List.copyOf(problems);
    }

    @Override
    public void close() throws IOException {
        ended.countDown();
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                int number = connections.getAndIncrement();
                if (number >= scripts.size()) {
                    problems.add("connection %d has no script".formatted(number + 1));
                    continue;
                }
                socket.setSoTimeout(15_000);
                new Scene(socket).play(scripts.get(number));
            } catch (IOException e) {
                problems.add(e.toString());
            } finally {
                played.countDown();
            }
        }
    }

    private final class Scene {

        private Socket socket;
        private InputStream in;
        private OutputStream out;

        Scene(Socket socket) throws IOException {
            use(socket);
        }

        void play(String script) throws IOException {
            for (String line : script.lines().toList()) {
                if (line.equals("CUT")) {
                    return;
                }
                if (!step(line)) {
                    return;
                }
            }
        }

        private boolean step(String line) throws IOException {
            switch (line) {
                case "MAIL" -> mails.add(mail());
                case "PART" -> in.read();
                case "QUIET" -> {
                    if (in.available() > 0) {
                        problems.add("the client went on without a reply");
                    }
                }
                case "TLS" -> {
                    SSLSocket secure = (SSLSocket) tls.createSocket(socket, "client", 1, true);
                    secure.setUseClientMode(false);
                    use(secure);
                }
                case "STOP" -> left();
                case "HANG" -> {
                    while (in.read() >= 0) {
                        // Reads, and answers nothing.
                    }
                }
                default -> {
                    return line.startsWith("S: ") ? say(line.substring(3)) : hear(line.substring(3));
                }
            }
            return true;
        }

        /** Reads nothing any more. */
        private void left() throws IOException {
            try {
                ended.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        private boolean say(String text) throws IOException {
            out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        }

        private boolean hear(String expected) throws IOException {
            String line = line();
            if (!line.startsWith(expected)) {
                problems.add("expected \"%s\" and heard \"%s\"".formatted(expected, line));
            }
            return line.startsWith(expected);
        }

        private String mail() throws IOException {
            StringBuilder mail = new StringBuilder();
            for (String line = line(); !line.equals("."); line = line()) {
                mail.append(line).append("\r\n");
            }
            return mail.toString();
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("the client went away after \"" + line + "\"");
                }
                line.write(b);
            }
            String text = line.toString(StandardCharsets.UTF_8);
            if (!text.endsWith("\r")) {
                problems.add("a line ends without CR: " + text);
            }
            return text.strip();
        }

        private void use(Socket next) throws IOException {
            socket = next;
            in = new BufferedInputStream(next.getInputStream());
            out = next.getOutputStream();
        }
    }
}
