package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class DecompressionTests {

    private static final byte[] TEXT = "The tide came in over the quay.".getBytes(StandardCharsets.UTF_8);
    private static final DataSize LIMIT = DataSize.ofKilobytes(10);

    /** An uncompressed block of Brotli: the header, the text, the end (RFC 7932, 9.2). */
    private static final byte[] BROTLI_HELLO = {0x0B, 0x02, (byte) 0x80, 'h', 'e', 'l', 'l', 'o', 0x03};

    private interface Packer {
        OutputStream onto(OutputStream out) throws IOException;
    }

    @Test
    void everyUsualPackingIsUndone() throws IOException {
        byte[] gzip = pack(TEXT, GZIPOutputStream::new);
        byte[] zlib = pack(TEXT, DeflaterOutputStream::new);
        byte[] raw = pack(TEXT, out -> new DeflaterOutputStream(out, new Deflater(9, true)));

        assertThat(unpack(TEXT)).isEqualTo(TEXT);
        assertThat(unpack(TEXT, "identity")).isEqualTo(TEXT);
        assertThat(unpack(TEXT, "UTF-8")).isEqualTo(TEXT);
        assertThat(unpack(gzip, "GZIP")).isEqualTo(TEXT);
        assertThat(unpack(gzip, "x-gzip")).isEqualTo(TEXT);
        assertThat(unpack(zlib, "deflate")).isEqualTo(TEXT);
        assertThat(unpack(raw, "deflate")).isEqualTo(TEXT);
        assertThat(unpack(BROTLI_HELLO, "br")).asString(StandardCharsets.UTF_8).isEqualTo("hello");
    }

    @Test
    void layersAreUndoneFromTheOutside() throws IOException {
        byte[] twice = pack(pack(TEXT, DeflaterOutputStream::new), GZIPOutputStream::new);

        assertThat(unpack(twice, "deflate, gzip")).isEqualTo(TEXT);
        assertThat(unpack(twice, "deflate", "gzip")).isEqualTo(TEXT);
    }

    @Test
    void aPageThatOnlySaysItIsPackedIsTakenAsItIs() throws IOException {
        assertThat(unpack(TEXT, "gzip")).isEqualTo(TEXT);
        assertThat(unpack(new byte[0], "gzip")).isEmpty();
    }

    @Test
    void filesInARowAreOneText() throws IOException {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(pack(TEXT, GZIPOutputStream::new));
        two.writeBytes(pack(TEXT, GZIPOutputStream::new));

        assertThat(unpack(two.toByteArray(), "gzip")).hasSize(2 * TEXT.length);
    }

    @Test
    void noLayerGrowsOverTheLimit() throws IOException {
        byte[] wide = new byte[20_000];
        byte[] inner = pack(wide, GZIPOutputStream::new);

        assertThatThrownBy(() -> unpack(inner, "gzip")).hasMessage("is larger than 10 KB");
        assertThatThrownBy(() -> unpack(pack(inner, GZIPOutputStream::new), "gzip, gzip"))
                .hasMessage("is larger than 10 KB");
        assertThatThrownBy(() -> unpack(pack(wide, GZIPOutputStream::new), "deflate, gzip"))
                .isInstanceOf(IOException.class);
    }

    private static byte[] unpack(byte[] body, String... encodings) throws IOException {
        return Decompression.unpack(body, List.of(encodings), LIMIT);
    }

    private static byte[] pack(byte[] bytes, Packer packer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = packer.onto(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }
}
