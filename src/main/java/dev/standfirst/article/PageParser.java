package dev.standfirst.article;

import dev.standfirst.fetch.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Bytes → tree. */
final class PageParser {

    private static final Pattern CHARSET = Pattern.compile("charset=[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private PageParser() {}

    static Document parse(Page page) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(page.body()),
                    charset(page),
                    page.address().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    /**
     * What the bytes are in: UTF-8 where they are that beyond doubt, whatever header and page declare, since servers
     * that mislabel UTF-8 are common and texts of other encodings that read as UTF-8 are not; else the header's
     * charset; without one, Jsoup looks at byte order mark and meta elements.
     */
    private static @Nullable String charset(Page page) {
        if (isUtf8(page.body())) {
            return "UTF-8";
        }
        Matcher matcher = CHARSET.matcher(page.contentType());
        try {
            return matcher.find() && Charset.isSupported(matcher.group(1)) ? matcher.group(1) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    /** Whether all bytes are well-formed UTF-8 and some are not ASCII. */
    static boolean isUtf8(byte[] bytes) {
        boolean beyondAscii = false;
        for (int i = 0; i < bytes.length; ) {
            int more = following(bytes[i]);
            if (more < 0 || i + more >= bytes.length) {
                return more >= 0 && beyondAscii;
            }
            for (int k = 1; k <= more; k++) {
                if ((bytes[i + k] & 0xC0) != 0x80) {
                    return false;
                }
            }
            beyondAscii |= more > 0;
            i += more + 1;
        }
        return beyondAscii;
    }

    /** How many bytes follow a first one, or -1 where none can begin with it. */
    private static int following(byte first) {
        int b = first & 0xFF;
        if (b < 0x80) {
            return 0;
        }
        return b >= 0xC2 && b <= 0xDF ? 1 : b >= 0xE0 && b <= 0xEF ? 2 : b >= 0xF0 && b <= 0xF4 ? 3 : -1;
    }
}
