package dev.standfirst.mail;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Reads the replies of a mail server, each within its time and within bounds. */
final class SmtpReplies {

    /** The longest line that is read, four times of what RFC 5321 (4.5.3.1.5) allows. */
    private static final int LINE = 2048;

    private static final int LINES = 100;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[4096];
    private int at;
    private int end;

    SmtpReplies(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /**
     * The next reply.
     *
     * @param patience how long all of it may take
     * @throws SocketTimeoutException where it did not come in time
     * @throws EOFException where the server closed the connection
     * @throws ProtocolException where something else came
     */
    SmtpReply next(Duration patience) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        String line = line(until);
        if (!goesOn(line)) {
            return SmtpReply.of(List.of(line));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line);
        while (goesOn(line)) {
            if (lines.size() == LINES) {
                throw new ProtocolException("it gave an answer of more than %d lines".formatted(LINES));
            }
            line = line(until);
            lines.add(line);
        }
        return SmtpReply.of(lines);
    }

    private static boolean goesOn(String line) {
        return line.length() > 3 && line.charAt(3) == '-';
    }

    private String line(long until) throws IOException {
        byte[] line = new byte[128];
        int length = 0;
        for (int b = read(until); b != '\n'; b = read(until)) {
            if (length == LINE) {
                throw new ProtocolException("it gave a line of more than %d bytes".formatted(LINE));
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, length * 2);
            }
            line[length++] = (byte) b;
        }
        boolean withReturn = length > 0 && line[length - 1] == '\r';
        return new String(line, 0, withReturn ? length - 1 : length, StandardCharsets.UTF_8);
    }

    private int read(long until) throws IOException {
        if (at == end) {
            fill(until);
        }
        return buffer[at++];
    }

    private void fill(long until) throws IOException {
        long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
        if (left <= 0) {
            throw new SocketTimeoutException("it did not answer in time");
        }
        try {
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            end = Math.max(0, in.read(buffer));
            at = 0;
        } catch (SocketTimeoutException e) {
            SocketTimeoutException late = new SocketTimeoutException("it did not answer in time");
            late.initCause(e);
            throw late;
        }
        if (end == 0) {
            throw new EOFException("the server closed the connection");
        }
    }
}
