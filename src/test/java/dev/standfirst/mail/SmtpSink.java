package dev.standfirst.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small SMTP server that keeps what it takes, and misbehaves when told to. Replies can be scripted for a recipient: a
 * code and text at RCPT or at the final dot, or a broken connection before or after the dot. It can run in a process of
 * its own and keep a ledger file, so that what it took is known after its client was killed.
 */
public final class SmtpSink implements AutoCloseable {

    /** What happens to the mail of one recipient. */
    public enum Fault {
        NONE,
        REFUSE_RCPT,
        DEFER_RCPT,
        DEFER_DATA,
        DROP_BEFORE_DOT,
        DROP_AFTER_DOT,
        GOODBYE
    }

    private final ServerSocket server;
    private final List<String> recipients = Collections.synchronizedList(new ArrayList<>());
    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final List<String> senders = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean utf8;
    private volatile Path ledger;
    private final AtomicInteger connections = new AtomicInteger();

    public SmtpSink() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "smtp-sink");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Runs until it is ended: prints its port, then the recipient of each mail it takes, and appends a line "recipient
     * message-id" to the ledger before it answers.
     */
    public static void main(String[] arguments) throws IOException {
        SmtpSink sink = new SmtpSink();
        sink.ledger = Path.of(arguments[0]);
        System.out.println(sink.port());
        System.in.read();
    }

    public int port() {
        return server.getLocalPort();
    }

    public void fault(String recipient, Fault fault) {
        faults.put(recipient, fault);
    }

    /** From now on it says that it takes addresses beyond ASCII. */
    public void offerUtf8() {
        utf8 = true;
    }

    /** What came with each MAIL command: the sender in angle brackets, and parameters. */
    public List<String> senders() {
        return List.copyOf(senders);
    }

    public List<String> recipients() {
        return List.copyOf(recipients);
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                Thread thread = new Thread(() -> serve(socket), "smtp-sink-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Conversation(socket).run();
        } catch (IOException e) {
            // The client went away, or a fault asked for it.
        }
    }

    private final class Conversation {

        private final BufferedReader in;
        private final OutputStream out;
        private String recipient = "";

        Conversation(Socket socket) throws IOException {
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out = socket.getOutputStream();
        }

        void run() throws IOException {
            reply("220 sink ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                if (verb.equals("QUIT")) {
                    reply("221 bye");
                    return;
                }
                if (!answer(verb, line)) {
                    return;
                }
            }
        }

        private boolean answer(String verb, String line) throws IOException {
            switch (verb) {
                case "EHLO" -> reply(utf8 ? "250-sink\r\n250-SMTPUTF8\r\n250 8BITMIME" : "250-sink\r\n250 8BITMIME");
                case "MAIL" -> {
                    senders.add(line.replaceAll("(?i)^mail from:", ""));
                    reply("250 ok");
                }
                case "RCPT" -> {
                    recipient = line.replaceAll("(?i)^rcpt to:<([^>]*)>.*", "$1");
                    return rcpt();
                }
                case "DATA" -> {
                    return data();
                }
                default -> reply("250 ok");
            }
            return true;
        }

        private boolean rcpt() throws IOException {
            switch (fault()) {
                case REFUSE_RCPT -> reply("550 5.1.1 mailbox unknown");
                case DEFER_RCPT -> reply("451 4.3.0 try later");
                case GOODBYE -> {
                    faults.remove(recipient);
                    reply("421 4.7.0 too many mails on this connection");
                    return false;
                }
                default -> reply("250 ok");
            }
            return true;
        }

        private boolean data() throws IOException {
            reply("354 go on");
            StringBuilder message = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                message.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
                if (fault() == Fault.DROP_BEFORE_DOT) {
                    return false;
                }
            }
            if (fault() == Fault.DEFER_DATA) {
                reply("452 4.2.2 mailbox full");
                return true;
            }
            take(message.toString());
            if (fault() == Fault.DROP_AFTER_DOT) {
                return false;
            }
            reply("250 2.0.0 taken");
            return true;
        }

        private void take(String message) throws IOException {
            recipients.add(recipient);
            messages.add(message);
            if (ledger != null) {
                String id = message.replaceAll("(?s).*\\r\\nMessage-ID: ([^\\r]*)\\r\\n.*", "$1");
                Files.writeString(
                        ledger, recipient + " " + id + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                System.out.println(recipient);
            }
        }

        private Fault fault() {
            return faults.getOrDefault(recipient, Fault.NONE);
        }

        private void reply(String text) throws IOException {
            out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
    }
}
