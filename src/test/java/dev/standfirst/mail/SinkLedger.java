package dev.standfirst.mail;

import dev.standfirst.text.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server took, one line each, written before the client is told: recipient, Message-ID, SHA-256 of the
 * text, sender of the envelope, connection, milliseconds since 1970, and {@code answered}, {@code unanswered} (kept,
 * but the client was not told) or {@code lost} (thrown away, and the client was not told). Other lines begin with "-".
 */
final class SinkLedger implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("(?im)^Message-ID:\\s*(\\S+)");

    private final FileChannel file;

    SinkLedger(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    void mail(String recipient, byte[] text, String sender, int connection, String outcome) throws IOException {
        write("%s %s %s %s %d %d %s"
                .formatted(
                        recipient,
                        id(text),
                        Sha256.hex(text),
                        sender,
                        connection,
                        System.currentTimeMillis(),
                        outcome));
    }

    /** Notes something else than a mail. */
    void note(String what) throws IOException {
        write("- " + what);
    }

    private void write(String line) throws IOException {
        file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static String id(byte[] text) {
        Matcher id = ID.matcher(new String(text, 0, Math.min(text.length, 8192), StandardCharsets.ISO_8859_1));
        return id.find() ? id.group(1) : "-";
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
