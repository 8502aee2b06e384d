package dev.standfirst.mail;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Lines of one connection, read with an eye on what the standards forbid. */
final class SinkWire {

    /** RFC 5321, 4.5.3.1.6: a line of text with its CR LF. */
    private static final int TEXT = 1000;

    /** RFC 5321, 4.5.3.1.4, and what extensions add to MAIL. */
    private static final int COMMAND = 1024;

    private final Duration delay;
    private final Consumer<String> violations;
    private InputStream in;
    private OutputStream out;
    private boolean eightBits;

    SinkWire(Socket socket, Duration delay, Consumer<String> violations) throws IOException {
        this.delay = delay;
        this.violations = violations;
        use(socket);
    }

    /** Goes on with a socket that wraps the one before. */
    void use(Socket socket) throws IOException {
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** Whether the client has sent what nobody has read yet. */
    boolean isAhead() throws IOException {
        return in.available() > 0;
    }

    /** A command without its line end, or null where the client has gone. */
    String command() throws IOException {
        if (!isAhead()) {
            flush();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        return line(line, COMMAND, "command") ? line.toString(StandardCharsets.UTF_8) : null;
    }

    /**
     * The text of a mail up to its final dot with the dots of RFC 5321, 4.5.2 taken off; null where it broke off, or is
     * cut.
     */
    byte[] text(boolean cut) throws IOException {
        flush();
        eightBits = false;
        ByteArrayOutputStream text = new ByteArrayOutputStream(1 << 14);
        ByteArrayOutputStream line = new ByteArrayOutputStream(TEXT);
        while (line(line, TEXT, "line of text")) {
            byte[] bytes = line.toByteArray();
            line.reset();
            if (bytes.length == 1 && bytes[0] == '.') {
                return text.toByteArray();
            }
            int from = bytes.length > 0 && bytes[0] == '.' ? 1 : 0;
            text.write(bytes, from, bytes.length - from);
            text.write('\r');
            text.write('\n');
            if (cut) {
                return null;
            }
        }
        return null;
    }

    /** Whether the latest text had bytes beyond ASCII. */
    boolean hadEightBits() {
        return eightBits;
    }

    private boolean line(ByteArrayOutputStream line, int most, String what) throws IOException {
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\r') {
                octet = in.read();
                if (octet == '\n') {
                    check(line, most, what);
                    return true;
                }
                violations.accept("a bare CR in a " + what);
                line.write('\r');
            }
            if (octet == '\n') {
                violations.accept("a bare LF in a " + what);
            }
            eightBits |= octet > 127;
            line.write(octet);
        }
        return false;
    }

    /** A dot that is put before a line does not count (RFC 5321, 4.5.3.1.6). */
    private void check(ByteArrayOutputStream line, int most, String what) {
        int length = line.size() + 2;
        int stuffed = line.size() > 0 && line.toByteArray()[0] == '.' ? 1 : 0;
        if (length > most + stuffed) {
            violations.accept("a %s of %d characters".formatted(what, length));
        }
    }

    void reply(String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends the answers that are there, a round trip late. */
    void flush() throws IOException {
        if (!delay.isZero()) {
            LockSupport.parkNanos(delay.toNanos());
        }
        out.flush();
    }
}
