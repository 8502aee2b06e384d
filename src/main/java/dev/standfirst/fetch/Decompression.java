package dev.standfirst.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Undoes a {@code Content-Encoding}, up to a limit: a small body may unpack to gigabytes. */
final class Decompression {

    private Decompression() {}

    static byte[] unpack(byte[] body, String encoding, long limit) throws IOException {
        ByteArrayInputStream packed = new ByteArrayInputStream(body);
        return switch (encoding.toLowerCase(Locale.ROOT).strip()) {
            case "gzip", "x-gzip" -> read(new GZIPInputStream(packed), limit);
            case "deflate" -> read(new InflaterInputStream(packed), limit);
            default -> body;
        };
    }

    private static byte[] read(InputStream unpacked, long limit) throws IOException {
        try (unpacked) {
            byte[] bytes = unpacked.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > limit) {
                throw new LimitedBody.TooLarge();
            }
            return bytes;
        }
    }
}
