package dev.standfirst.article;

import dev.standfirst.fetch.Page;
import dev.standfirst.xml.TolerantXml;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Bytes → tree. Bytes that are well-formed UTF-8 are read as that, whatever header and page declare: servers that
 * mislabel UTF-8 are common, and texts of other encodings that pass for it are not. Else the byte order mark counts,
 * then the header, then what the first part of the page declares, and windows-1252 where nothing does, as in browsers.
 */
final class PageParser {

    private static final Pattern CHARSET =
            Pattern.compile("charset=[\"']?\\s?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED = Pattern.compile(
            "(?:<meta\\s[^>]{0,300}?charset=|<\\?xml\\s[^>]{0,100}?encoding=)[\"']?\\s?([\\w.:-]{1,40})",
            Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 8_192;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** By the custom of the web these mean windows-1252. */
    private static final Set<String> CALLED_LATIN = Set.of("iso-8859-1", "latin1", "us-ascii", "ascii");

    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Begins an encoding of seven bits, such as ISO-2022-JP. */
    private static final char ESCAPE = '\u001B';

    /** Half a character of UTF-16. */
    private static final char ZERO = '\0';

    private PageParser() {}

    static Document parse(Page page) {
        String text = utf8(page.body()).orElseGet(() -> new String(page.body(), charset(page)));
        String bare = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return Jsoup.parse(TolerantXml.bounded(bare), page.address().toString());
    }

    private static Optional<String> utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean replaced = text.indexOf(REPLACEMENT) >= 0 && !isWellFormed(bytes);
        return replaced || text.indexOf(ESCAPE) >= 0 || text.indexOf(ZERO) >= 0 ? Optional.empty() : Optional.of(text);
    }

    private static boolean isWellFormed(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Charset charset(Page page) {
        byte[] body = page.body();
        String head = new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00FE\u00FF") || head.startsWith("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16;
        }
        return named(CHARSET, page.contentType())
                .or(() -> named(DECLARED, head))
                .orElse(WESTERN);
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        try {
            return Optional.of(CALLED_LATIN.contains(name) ? WESTERN : Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
