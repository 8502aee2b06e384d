package dev.standfirst.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** One connection of a {@link FastSink}. Commands are answered in their order; a mail is searched for its end alone. */
final class SinkConnection {

    private static final int ROOM = 1 << 18;

    /** The end of a mail may begin in what was read before: so many bytes stay. */
    private static final int TAIL = 4;

    private final SocketChannel channel;
    private final SinkTally tally;
    private final long delay;
    private final ByteBuffer in = ByteBuffer.allocateDirect(ROOM);
    private final StringBuilder answers = new StringBuilder();
    private final Deque<Flight> flights = new ArrayDeque<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private Stage stage = Stage.GREETED;
    private String recipient = "";
    private long size;
    private long number;

    private enum Stage {
        GREETED,
        SENDER,
        RECIPIENT,
        CONTENT
    }

    private record Flight(long at, ByteBuffer bytes) {}

    SinkConnection(SocketChannel channel, SinkTally tally, long delay) {
        this.channel = channel;
        this.tally = tally;
        this.delay = delay;
    }

    void greet() throws IOException {
        tally.connected();
        say("220 sink.example ESMTP");
        send();
    }

    /** Takes what has arrived and answers it. */
    void read() {
        try {
            if (channel.read(in) < 0) {
                channel.close();
                return;
            }
            in.flip();
            boolean more = true;
            while (more && in.hasRemaining()) {
                more = stage == Stage.CONTENT ? content() : command();
            }
            in.compact();
            send();
        } catch (IOException e) {
            close();
        }
    }

    /** Nanoseconds until the next answer is due. */
    long untilNext(long now) {
        return flights.isEmpty() ? Long.MAX_VALUE : Math.max(0, flights.peek().at - now);
    }

    /** Sends the answers that are due. */
    void flush(long now) {
        try {
            while (!flights.isEmpty() && flights.peek().at <= now) {
                channel.write(flights.remove().bytes);
            }
        } catch (IOException e) {
            close();
        }
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone.
        }
    }

    private void send() throws IOException {
        if (answers.length() == 0) {
            return;
        }
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(answers.toString());
        answers.setLength(0);
        if (delay == 0) {
            channel.write(bytes);
        } else {
            flights.add(new Flight(System.nanoTime() + delay, bytes));
        }
    }

    private void say(String line) {
        answers.append(line).append("\r\n");
    }

    /** Takes one line; false where its end has not arrived. */
    private boolean command() {
        int end = in.position();
        while (end < in.limit() && in.get(end) != '\n') {
            end++;
        }
        if (end == in.limit()) {
            return false;
        }
        byte[] line = new byte[end - in.position() + 1];
        in.get(line);
        String text = new String(line, StandardCharsets.UTF_8).strip();
        String verb = text.length() < 4 ? text : text.substring(0, 4).toUpperCase(Locale.ROOT);
        switch (verb) {
            case "EHLO" -> say("250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250 SMTPUTF8");
            case "HELO", "NOOP" -> say("250 2.0.0 Ok");
            case "MAIL" -> step(Stage.GREETED, Stage.SENDER, text);
            case "RCPT" -> {
                recipient = text.replaceAll("(?i)^RCPT TO:<([^<>]*)>.*", "$1");
                step(Stage.SENDER, Stage.RECIPIENT, text);
            }
            case "DATA" -> data(text);
            case "RSET" -> {
                stage = Stage.GREETED;
                say("250 2.0.0 Ok");
            }
            case "QUIT" -> say("221 2.0.0 Bye");
            default -> mistake(text, "500 5.5.2 What");
        }
        return true;
    }

    private void step(Stage from, Stage to, String text) {
        if (stage != from) {
            mistake(text, "503 5.5.1 Not now");
            return;
        }
        stage = to;
        say("250 2.1.0 Ok");
    }

    private void data(String text) {
        if (stage != Stage.RECIPIENT) {
            mistake(text, "503 5.5.1 Not now");
            return;
        }
        if (in.hasRemaining()) {
            // RFC 2920, 3.1: DATA is the last command of its group.
            tally.mistake("content before the answer to DATA");
        }
        stage = Stage.CONTENT;
        size = 0;
        content.reset();
        say("354 End data with <CR><LF>.<CR><LF>");
    }

    private void mistake(String text, String answer) {
        tally.mistake(stage + " " + text);
        say(answer);
    }

    /** Takes content up to its end; false where that has not arrived. */
    private boolean content() {
        int start = in.position();
        int end = end(start, in.limit());
        if (end < 0) {
            take(Math.max(0, in.remaining() - TAIL));
            return false;
        }
        // The line break before the dot belongs to the mail.
        take(end - 2 - start);
        in.position(end + 1);
        stage = Stage.GREETED;
        tally.mail(size, person());
        if (tally.reading) {
            tally.look(content.toByteArray(), recipient);
        }
        say("250 2.0.0 Ok: queued as " + Long.toString(++number, 36).toUpperCase(Locale.ROOT));
        return true;
    }

    private void take(int bytes) {
        if (tally.reading) {
            byte[] taken = new byte[bytes];
            in.get(taken);
            content.writeBytes(taken);
        } else {
            in.position(in.position() + bytes);
        }
        size += bytes;
    }

    /**
     * Where the last byte of CR LF . CR LF is; -1 where it is not there. Looks at every fifth byte (Boyer and Moore),
     * and goes on by as much as that one byte allows.
     */
    private int end(int start, int limit) {
        int at = start + TAIL;
        while (at < limit) {
            byte last = in.get(at);
            if (last == '\n') {
                if (in.get(at - 1) == '\r' && in.get(at - 2) == '.' && in.get(at - 3) == '\n' && in.get(at - 4) == '\r') {
                    return at;
                }
                at += 3;
            } else {
                at += last == '\r' ? 1 : last == '.' ? 2 : 5;
            }
        }
        return -1;
    }

    /** The number in an address like p10000001@example.org. */
    private int person() {
        int number = 0;
        int at = 1;
        while (at < recipient.length() && Character.isDigit(recipient.charAt(at)) && at < 10) {
            number = number * 10 + recipient.charAt(at) - '0';
            at++;
        }
        return at > 1 && recipient.charAt(0) == 'p' ? number - 10_000_000 : -1;
    }
}
