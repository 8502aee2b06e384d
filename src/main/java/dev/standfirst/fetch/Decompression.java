package dev.standfirst.fetch;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;
import org.springframework.util.unit.DataSize;

/** Undoes a {@code Content-Encoding}, up to a limit at every layer: a small body may unpack to gigabytes. */
final class Decompression {

    /** What we can undo, as a request says it. */
    static final String OFFERED = "gzip, deflate, br";

    private static final int LAYERS = 2;
    private static final int BUFFER = 8_192;

    /** What servers write that have packed nothing. */
    private static final Set<String> PLAIN = Set.of("", "identity", "none", "binary", "8bit", "utf-8");

    private Decompression() {}

    /**
     * The bytes that were packed.
     *
     * @param encodings values of the header, in the order in which the server packed
     * @throws IOException with a reason in plain words
     */
    static byte[] unpack(byte[] body, List<String> encodings, DataSize limit) throws IOException {
        List<String> layers = layers(encodings);
        if (layers.isEmpty() || body.length == 0) {
            return body;
        }
        try (InputStream whole = open(body, layers, limit)) {
            return whole.readAllBytes();
        } catch (EOFException e) {
            throw new Refusal("was cut off: its packed data ends too early");
        } catch (ZipException e) {
            throw new Refusal("is packed wrongly: its %s data is damaged".formatted(String.join(", ", layers)));
        } catch (Refusal e) {
            throw e;
        } catch (IOException e) { // What the Brotli decoder says to any fault.
            throw new Refusal("is packed wrongly or was cut off");
        }
    }

    private static List<String> layers(List<String> encodings) throws IOException {
        List<String> layers = new ArrayList<>();
        for (String encoding : String.join(",", encodings).split(",", -1)) {
            String name = encoding.strip().toLowerCase(Locale.ROOT);
            if (!PLAIN.contains(name)) {
                layers.add(name);
            }
            if (layers.size() > LAYERS) {
                throw new Refusal("is packed more than %d times over".formatted(LAYERS));
            }
        }
        return layers;
    }

    private static InputStream open(byte[] body, List<String> layers, DataSize limit) throws IOException {
        InputStream in = new ByteArrayInputStream(body);
        for (int i = layers.size() - 1; i >= 0; i--) {
            in = new Limited(layer(layers.get(i), new java.io.BufferedInputStream(in, BUFFER)), limit);
        }
        return in;
    }

    private static InputStream layer(String name, InputStream packed) throws IOException {
        return switch (name) {
            case "gzip", "x-gzip" -> isGzip(packed) ? new GZIPInputStream(packed, BUFFER) : packed;
            case "deflate" -> new InflaterInputStream(packed, new Inflater(!isZlib(packed)), BUFFER);
            case "br" -> new BrotliInputStream(packed, BUFFER);
            default -> throw new Refusal("is packed in a way we did not ask for", name);
        };
    }

    /** Some servers say gzip and send the page as it is. */
    private static boolean isGzip(InputStream packed) throws IOException {
        int start = peek(packed);
        return start == 0x1F8B;
    }

    /** "deflate" means with the header of zlib; as many send it without. */
    private static boolean isZlib(InputStream packed) throws IOException {
        int start = peek(packed);
        return (start >> 8 & 0x0F) == 8 && start % 31 == 0;
    }

    private static int peek(InputStream in) throws IOException {
        in.mark(2);
        int start = in.read() << 8 | in.read();
        in.reset();
        return start;
    }

    /** Ends with a refusal where more comes out than we take. */
    private static final class Limited extends FilterInputStream {

        private final DataSize limit;
        private long left;

        Limited(InputStream in, DataSize limit) {
            super(in);
            this.limit = limit;
            this.left = limit.toBytes();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = in.read(bytes, from, length);
            left -= Math.max(0, count);
            if (left < 0) {
                throw AnswerConsumer.tooLarge(limit);
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
