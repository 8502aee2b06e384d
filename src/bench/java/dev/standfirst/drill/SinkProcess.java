package dev.standfirst.drill;

import dev.standfirst.mail.SmtpSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A mail server in a process of its own, which outlives every program that talks to it. */
final class SinkProcess implements AutoCloseable {

    private final Path ledger;
    private Process process;
    private int port;
    private long taken;

    SinkProcess(Path ledger, String... words) throws IOException {
        this.ledger = ledger;
        start(words);
    }

    /** Starts it anew with other words, on the same port and with the same ledger. */
    void restart(String... words) throws IOException {
        close();
        start(words);
    }

    private void start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SmtpSink.class.getName(),
                ledger.toString(),
                "--port",
                Integer.toString(port)));
        command.addAll(Arrays.asList(words));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String first = said.readLine();
        if (first == null) {
            throw new IOException("the mail server does not start");
        }
        port = Integer.parseInt(first);
        Thread counter = new Thread(() -> said.lines().forEach(line -> more()), "what the mail server takes");
        counter.setDaemon(true);
        counter.start();
    }

    private synchronized void more() {
        taken++;
        notifyAll();
    }

    int port() {
        return port;
    }

    synchronized long taken() {
        return taken;
    }

    /** Waits until it has taken so many mails in all, or the process has ended; tells whether it has. */
    synchronized boolean await(long mails, Process other) throws InterruptedException {
        while (taken < mails && other.isAlive()) {
            wait(20);
        }
        return taken >= mails;
    }

    /** Waits until it has taken so many in all, some milliseconds at most. */
    synchronized void awaitMore(long mails, long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (long left = millis; taken < mails && left > 0; left = (until - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    LedgerFile ledger() throws IOException {
        return LedgerFile.read(ledger);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
