package dev.standfirst.desk;

import dev.standfirst.web.BadInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Texts that travel with a form, as they are to the byte: browsers change the line breaks of what they send. */
final class Carried {

    /** A form is short; a file that is longer is changed at the machine. */
    static final int LONGEST = 24_000;

    private Carried() {}

    static String pack(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /** @throws BadInput where no page of ours packed it */
    static String unpack(String packed) {
        if (packed.isEmpty()) {
            return "";
        }
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed)))) {
            byte[] bytes = in.readNBytes(4 * LONGEST + 1);
            if (bytes.length > 4 * LONGEST) {
                throw new BadInput("a text is too long");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException | IllegalArgumentException e) {
            throw new BadInput("a text is not one of ours");
        }
    }
}
