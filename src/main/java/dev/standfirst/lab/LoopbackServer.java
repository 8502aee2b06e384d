package dev.standfirst.lab;

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
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A mail server on this machine that takes one connection and keeps every byte of it, so that what was sent can be
 * judged as it was sent: no library reads it first.
 */
final class LoopbackServer implements AutoCloseable {

    private static final int WAIT_SECONDS = 30;

    private final ServerSocket server;
    private final CompletableFuture<Heard> heard = new CompletableFuture<>();

    LoopbackServer() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "lab-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What a client said.
     *
     * @param commands each line outside of mails
     * @param mails the bytes of each mail, with dots as they were before they were doubled for the way
     */
    record Heard(List<String> commands, List<byte[]> mails) {

        long count(String verb) {
            return commands.stream()
                    .filter(line -> line.toUpperCase(Locale.ROOT).startsWith(verb))
                    .count();
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** What was said, once the client has closed its connection. */
    Heard heard() throws IOException, InterruptedException {
        try {
            Future<Heard> all = heard;
            return all.get(WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the conversation did not end", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        Heard all = new Heard(new ArrayList<>(), new ArrayList<>());
        try (Socket socket = server.accept();
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            reply(out, "220 lab");
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                all.commands().add(line.stripTrailing());
                answer(line.toUpperCase(Locale.ROOT), in, out, all);
            }
            heard.complete(all);
        } catch (IOException e) {
            heard.completeExceptionally(e);
        }
    }

    private static void answer(String command, InputStream in, OutputStream out, Heard all) throws IOException {
        if (command.startsWith("EHLO")) {
            reply(out, "250-lab\r\n250 SMTPUTF8");
        } else if (command.startsWith("DATA")) {
            reply(out, "354 go on");
            all.mails().add(mail(in));
            reply(out, "250 taken");
        } else {
            reply(out, "250 ok");
        }
    }

    /** Up to a line of one dot, lines ending as the standard says and no other way. */
    private static byte[] mail(InputStream in) throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        for (String line = line(in); !line.isEmpty() && !line.equals(".\r\n"); line = line(in)) {
            mail.writeBytes((line.startsWith(".") ? line.substring(1) : line).getBytes(StandardCharsets.ISO_8859_1));
        }
        return mail.toByteArray();
    }

    /** A line with its CRLF, each byte one character; empty at the end. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.append((char) b);
            if (b == '\n' && line.length() > 1 && line.charAt(line.length() - 2) == '\r') {
                break;
            }
        }
        return line.toString();
    }

    private static void reply(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
