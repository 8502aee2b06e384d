package dev.standfirst.article;

import dev.standfirst.fetch.Page;
import dev.standfirst.xml.TolerantXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Bytes → tree. Bytes that are well-formed UTF-8 are read as that, whatever header and page declare: servers that
 * mislabel UTF-8 are common, and texts of other encodings that pass for it are not. Else the header's charset counts;
 * without one, Jsoup looks at byte order mark and meta elements.
 */
final class PageParser {

    private static final Pattern CHARSET = Pattern.compile("charset=[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Begins an encoding of seven bits, such as ISO-2022-JP. */
    private static final char ESCAPE = '\u001B';

    /** Half a character of UTF-16. */
    private static final char ZERO = '\0';

    private PageParser() {}

    static Document parse(Page page) {
        String base = page.address().toString();
        Optional<String> text = utf8(page.body());
        return text.isPresent() ? Jsoup.parse(TolerantXml.bounded(text.get()), base) : parseDeclared(page, base);
    }

    private static Document parseDeclared(Page page, String base) {
        // Markup is bounded byte by byte: Jsoup is still to find out what they mean.
        byte[] body = TolerantXml.bounded(new String(page.body(), StandardCharsets.ISO_8859_1))
                .getBytes(StandardCharsets.ISO_8859_1);
        try {
            return Jsoup.parse(new ByteArrayInputStream(body), charset(page.contentType()), base);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    private static Optional<String> utf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean replaced = text.indexOf(REPLACEMENT) >= 0 && !isWellFormed(bytes);
        return replaced || text.indexOf(ESCAPE) >= 0 || text.indexOf(ZERO) >= 0
                ? Optional.empty()
                : Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static boolean isWellFormed(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static @Nullable String charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() && Charset.isSupported(matcher.group(1)) ? matcher.group(1) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
