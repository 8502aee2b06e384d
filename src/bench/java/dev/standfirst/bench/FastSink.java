package dev.standfirst.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A mail server in a process of its own that takes mail with next to no work and throws it away, but counts: mails,
 * bytes, people, and each mistake of the client in the order of its commands. It answers after a delay, once for all
 * that arrived together, as a server at a distance would.
 *
 * <p>Tells its port; then answers each line "count" by one line of numbers, and each line "reset" by "ok".
 */
final class FastSink {

    private final Selector selector = Selector.open();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final SinkTally tally;
    private final long delay;

    private FastSink(long delay, boolean reading) throws IOException {
        this.delay = delay;
        this.tally = new SinkTally(reading);
    }

    /** Takes the milliseconds until an answer goes out, and whether each mail is looked into. */
    public static void main(String[] args) throws IOException {
        FastSink sink = new FastSink(Long.parseLong(args[0]) * 1_000_000, Boolean.parseBoolean(args[1]));
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.configureBlocking(false);
        server.register(sink.selector, SelectionKey.OP_ACCEPT);
        System.out.println(((InetSocketAddress) server.getLocalAddress()).getPort());
        Thread questions = new Thread(sink::listen, "questions");
        questions.setDaemon(true);
        questions.start();
        sink.serve(server);
    }

    /** Ends with the process that started it. */
    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                asked.add(line);
                selector.wakeup();
            }
        } catch (IOException e) {
            // Nobody asks any more.
        }
        System.exit(0);
    }

    private void serve(ServerSocketChannel server) throws IOException {
        while (true) {
            selector.select(delay == 0 ? 0 : untilNext());
            for (SelectionKey key : selector.selectedKeys()) {
                if (key.isAcceptable()) {
                    accept(server.accept());
                } else if (key.isReadable()) {
                    ((SinkConnection) key.attachment()).read();
                }
            }
            selector.selectedKeys().clear();
            if (delay > 0) {
                long now = System.nanoTime();
                connections().forEach(one -> one.flush(now));
            }
            answer();
        }
    }

    private void accept(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SinkConnection connection = new SinkConnection(channel, tally, delay);
        channel.register(selector, SelectionKey.OP_READ, connection);
        connection.greet();
    }

    private java.util.stream.Stream<SinkConnection> connections() {
        return selector.keys().stream()
                .filter(SelectionKey::isValid)
                .map(SelectionKey::attachment)
                .filter(SinkConnection.class::isInstance)
                .map(SinkConnection.class::cast);
    }

    /** Milliseconds until the next answer is due; 0 for ever. */
    private long untilNext() {
        long now = System.nanoTime();
        long nanos = connections().mapToLong(one -> one.untilNext(now)).min().orElse(Long.MAX_VALUE);
        return nanos == Long.MAX_VALUE ? 0 : Math.max(1, nanos / 1_000_000);
    }

    private void answer() {
        for (String question = asked.poll(); question != null; question = asked.poll()) {
            if (question.equals("reset")) {
                tally.reset();
                System.out.println("ok");
            } else {
                var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
                System.out.println(tally.line() + String.format(Locale.ROOT, " %.3f", system.getProcessCpuTime() / 1e9));
            }
        }
    }
}
