package dev.standfirst.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A mail server that keeps what it takes, is strict about the protocol, and misbehaves when told to. It can run in a
 * process of its own and keep a ledger file, so that what it took is known after its client was killed.
 */
public final class SmtpSink implements AutoCloseable {

    /** What happens to the mail of one recipient. */
    public enum Fault {
        NONE(""),
        REFUSE_RCPT("rcpt=550 5.1.1 mailbox unknown"),
        DEFER_RCPT("rcpt=451 4.3.0 try later"),
        DEFER_DATA("dot=452 4.2.2 mailbox full"),
        DROP_BEFORE_DOT("mid=cut"),
        DROP_AFTER_DOT("dot=cut,kept=yes"),
        /** Once. */
        GOODBYE("rcpt=421 4.7.0 too many mails on this connection");

        private final String text;

        Fault(String text) {
            this.text = text;
        }

        private SinkFault asRule() {
            return SinkFault.parse(text).times(this == GOODBYE ? 1 : 0);
        }
    }

    private final SinkOptions options;
    private volatile SinkRules rules;
    private final ServerSocket server;
    private final Optional<SinkLedger> ledger;
    private final Optional<SSLContext> tls;
    private final List<String> recipients = Collections.synchronizedList(new ArrayList<>());
    private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
    private final List<String> senders = Collections.synchronizedList(new ArrayList<>());
    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean utf8;
    private volatile boolean forgets;
    private volatile Consumer<String> watcher = recipient -> {};

    /**
     * Starts on this machine alone.
     *
     * @param words how it behaves, as on the command line: {@code "--per-connection", "100"}
     */
    public SmtpSink(String... words) throws IOException {
        this(SinkOptions.parse(words));
    }

    private SmtpSink(SinkOptions options) throws IOException {
        this.options = options;
        rules = new SinkRules(options);
        ledger = options.ledger().isEmpty()
                ? Optional.empty()
                : Optional.of(new SinkLedger(options.ledger().get()));
        tls = options.keys().isEmpty()
                ? Optional.empty()
                : Optional.of(tls(options.keys().get()));
        server = new ServerSocket(options.port(), 200, InetAddress.getLoopbackAddress());
        start(this::accept, "smtp-sink");
    }

    /**
     * Runs until its standard input ends: prints its port, then the recipient of each mail it takes, and appends a line
     * to the ledger before it answers. Words as in {@link SinkOptions}, the ledger's file first.
     */
    public static void main(String[] arguments) throws IOException {
        SmtpSink sink = new SmtpSink(arguments);
        sink.forgets = true;
        System.out.println(sink.port());
        if (!sink.options.quiet()) {
            sink.watch(System.out::println);
        }
        while (System.in.read() >= 0) {
            // Somebody holds it open.
        }
        System.exit(0);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Lets something happen to a recipient from now on. */
    public void fault(String recipient, Fault fault) {
        if (fault == Fault.NONE) {
            rules.remove(recipient);
        } else {
            rules.put(recipient, fault.asRule());
        }
    }

    /** From now on it behaves so, as on the command line: {@code "--fault", "mail=550 5.7.1 no,times=1"}. */
    public void behave(String... words) {
        rules = new SinkRules(SinkOptions.parse(words));
    }

    /** From now on it says that it takes addresses beyond ASCII. */
    public void offerUtf8() {
        utf8 = true;
    }

    /** What came with each MAIL command: the sender in angle brackets, and parameters. */
    public List<String> senders() {
        return List.copyOf(senders);
    }

    /** Tells somebody of each mail, before it is acknowledged. */
    public void watch(Consumer<String> other) {
        watcher = other;
    }

    public List<String> recipients() {
        return List.copyOf(recipients);
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** What clients did that the standards forbid, one sentence each. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        if (ledger.isPresent()) {
            ledger.get().close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                int number = connections.incrementAndGet();
                start(() -> serve(socket, number), "smtp-sink-connection");
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            boolean full = open.incrementAndGet() > options.connections() && options.connections() > 0;
            socket.setTcpNoDelay(true);
            if (!rules.isAway()) {
                new SinkConversation(this, socket, number).run(full);
            }
        } catch (IOException e) {
            // The client went away, or a fault asked for it.
        } finally {
            open.decrementAndGet();
        }
    }

    SinkOptions options() {
        return options;
    }

    SinkRules rules() {
        return rules;
    }

    Optional<SSLContext> tls() {
        return tls;
    }

    boolean offersUtf8() {
        return utf8;
    }

    void sender(String words) {
        if (!forgets) {
            senders.add(words);
        }
    }

    void violation(String what) {
        violations.add(what);
        note("violation " + what);
    }

    void note(String what) {
        try {
            if (ledger.isPresent()) {
                ledger.get().note(what);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the ledger cannot be written", e);
        }
    }

    /** Keeps a mail, unless its outcome is {@code lost}. */
    void take(String recipient, byte[] text, String sender, int connection, String outcome) throws IOException {
        if (ledger.isPresent()) {
            ledger.get().mail(recipient, text, sender, connection, outcome);
        }
        if (outcome.equals("lost")) {
            return;
        }
        rules.taken();
        if (!forgets) {
            recipients.add(recipient);
            messages.add(new String(text, StandardCharsets.UTF_8));
        }
        watcher.accept(recipient);
    }

    /** Is silent for some time, or until the end. */
    void rest(Duration time) throws IOException {
        try {
            if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the sink ended while it was silent");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SSLContext tls(Path keys) throws IOException {
        char[] password = "changeit".toCharArray();
        try (InputStream in = Files.newInputStream(keys)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate in " + keys, e);
        }
    }
}
