package dev.standfirst.source;

import dev.standfirst.fetch.Page;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a feed's bytes. What says the encoding, strongest first: a byte order mark, the HTTP header, the
 * XML declaration; else UTF-8 where the bytes are valid, else windows-1252.
 */
final class FeedText {

    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION = Pattern.compile(
            "^\\s{0,100}<\\?xml[^>]{0,200}encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']", Pattern.CASE_INSENSITIVE);

    private FeedText() {}

    static String decode(Page page) {
        byte[] body = page.body();
        if (starts(body, 0xEF, 0xBB, 0xBF)) {
            return new String(body, 3, body.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(body, 0xFE, 0xFF) || starts(body, 0xFF, 0xFE)) {
            return new String(body, StandardCharsets.UTF_16);
        }
        if (starts(body, 0, '<')) {
            return new String(body, StandardCharsets.UTF_16BE);
        }
        if (starts(body, '<', 0)) {
            return new String(body, StandardCharsets.UTF_16LE);
        }
        return find(HEADER, page.contentType())
                .or(() -> find(DECLARATION, head(body)))
                .filter(charset -> !charset.name().startsWith("UTF-16"))
                .map(charset -> decode(body, charset))
                .orElseGet(() -> decode(body, StandardCharsets.UTF_8));
    }

    private static String decode(byte[] body, Charset charset) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return new String(body, charset);
        }
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            String lenient = new String(body, charset);
            // A few broken bytes in a UTF-8 feed stay broken; a feed full of them is of the old Western encoding.
            long broken = lenient.chars().filter(c -> c == '\uFFFD').count();
            return broken * 200 > lenient.length() ? new String(body, Charset.forName("windows-1252")) : lenient;
        }
    }

    private static String head(byte[] body) {
        return new String(body, 0, Math.min(body.length, 400), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            String name = FeedNames.lower(matcher.group(1));
            // By the web's custom, Latin-1 and ASCII mean windows-1252.
            boolean latin = name.equals("iso-8859-1") || name.equals("us-ascii") || name.equals("ascii");
            return Optional.of(Charset.forName(latin ? "windows-1252" : name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] body, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (body.length <= i || (body[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
