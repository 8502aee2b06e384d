package dev.standfirst.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the mails of a measurement go: a process that counts them. */
interface MailSink extends AutoCloseable {

    int port();

    /** Forgets what came before. */
    void reset() throws IOException;

    /** What came since. */
    Seen seen() throws IOException;

    @Override
    void close();

    /**
     * What a sink saw; -1 for what it does not tell.
     *
     * @param least bytes of the smallest mail
     * @param most bytes of the largest
     * @param people different recipients
     * @param repeated mails to somebody who had one before
     * @param mistake the last of the client's mistakes
     * @param cpu seconds that the sink's process used since it began
     */
    record Seen(
            long mails,
            long bytes,
            long least,
            long most,
            long people,
            long repeated,
            long connections,
            long mistakes,
            String mistake,
            double cpu) {}

    /** Our own. */
    final class Fast implements MailSink {

        private final Measured process;
        private final int port;

        /**
         * Starts one.
         *
         * @param delay milliseconds until an answer goes out
         * @param reading whether each mail is looked into
         */
        Fast(int delay, boolean reading) throws IOException {
            process = Measured.java(FastSink.class, Integer.toString(delay), Boolean.toString(reading));
            port = Integer.parseInt(process.answer(""));
        }

        @Override
        public int port() {
            return port;
        }

        @Override
        public void reset() throws IOException {
            process.ask("reset");
            process.answer("ok");
        }

        @Override
        public Seen seen() throws IOException {
            process.ask("count");
            String[] words = process.answer("").split(" ");
            long[] numbers = new long[8];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = Long.parseLong(words[i]);
            }
            return new Seen(
                    numbers[0],
                    numbers[1],
                    numbers[2],
                    numbers[3],
                    numbers[4],
                    numbers[5],
                    numbers[6],
                    numbers[7],
                    words[8],
                    Double.parseDouble(words[9]));
        }

        @Override
        public void close() {
            process.close();
        }
    }

    /** Postfix's, which reads byte by byte and is the slower half of most measurements. It counts mails alone. */
    final class Postfix implements MailSink {

        private final Process process;
        private final Path told = Files.createTempFile("smtp-sink", ".txt");
        private final int port;
        private long before;

        Postfix() throws IOException {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            List<String> command = new ArrayList<>(List.of("smtp-sink", "-c", "127.0.0.1:" + port, "200"));
            if (System.getProperty("user.name").equals("root")) {
                // It does not serve as root.
                command.addAll(1, List.of("-u", "nobody"));
            }
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start();
            awaitServer();
            Measured.first(process.pid());
        }

        @Override
        public int port() {
            return port;
        }

        @Override
        public void reset() throws IOException {
            before = mails();
        }

        @Override
        public Seen seen() throws IOException {
            return new Seen(
                    mails() - before, -1, -1, -1, -1, -1, -1, 0, "none", ProcessCpu.tree(process.pid()));
        }

        private long mails() throws IOException {
            String all = Files.readString(told);
            int last = all.lastIndexOf("mesg=");
            return last < 0 ? 0 : Long.parseLong(all.substring(last + 5).replaceAll("(?s)\\D.*", ""));
        }

        private void awaitServer() throws IOException {
            while (true) {
                try {
                    new Socket(InetAddress.getLoopbackAddress(), port).close();
                    return;
                } catch (ConnectException e) {
                    if (!process.isAlive()) {
                        throw new IOException("smtp-sink ended: " + Files.readString(told), e);
                    }
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
