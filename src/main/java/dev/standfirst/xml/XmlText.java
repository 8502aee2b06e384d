package dev.standfirst.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of the bytes of a feed, or of another file in XML. What says the encoding, strongest first, by RFC
 * 7303: a byte order mark, the HTTP header, the XML declaration. Servers and declarations err, so the first of them
 * that the bytes agree with counts; else it is UTF-8 where the bytes are valid, else windows-1252.
 */
public final class XmlText {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final int HEAD = 400;

    private static final Pattern HEADER =
            Pattern.compile("charset\\s{0,9}+=\\s{0,9}+[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION = Pattern.compile(
            "^\\s{0,100}+<\\?xml[^>]{0,200}?encoding\\s{0,9}+=\\s{0,9}+[\"']\\s{0,9}+([\\w.:-]{1,40})",
            Pattern.CASE_INSENSITIVE);

    /**
     * What is meant by names: by the web's custom (WHATWG, Encoding), subsets stand for the larger sets that programs
     * really write.
     */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks-c-5601-1987", "x-windows-949"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("macintosh", "x-macroman"),
            Map.entry("mac-roman", "x-macroman"),
            Map.entry("mac-cyrillic", "x-maccyrillic"),
            Map.entry("x-mac-cyrillic", "x-maccyrillic"),
            Map.entry("mac-greek", "x-macgreek"),
            Map.entry("mac-latin2", "x-maccentraleurope"),
            Map.entry("mac-turkish", "x-macturkish"),
            Map.entry("mac-iceland", "x-maciceland"),
            Map.entry("unicode", "utf-16"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf", "utf-8"));

    /** Beginnings of a document that tell how wide its characters are, before anything can be read; longest first. */
    private static final List<Start> STARTS = List.of(
            new Start("UTF-32BE", "\0\0\0<"),
            new Start("UTF-32LE", "<\0\0\0"),
            new Start("UTF-32", "\0\0\u00FE\u00FF"),
            new Start("UTF-32", "\u00FF\u00FE\0\0"),
            new Start("UTF-8", "\u00EF\u00BB\u00BF"),
            new Start("UTF-16", "\u00FE\u00FF"),
            new Start("UTF-16", "\u00FF\u00FE"),
            new Start("UTF-16BE", "\0<"),
            new Start("UTF-16LE", "<\0"));

    /**
     * A beginning.
     *
     * @param charset what it tells
     * @param bytes a character each
     */
    private record Start(String charset, String bytes) {

        boolean matches(byte[] body) {
            return new String(body, 0, Math.min(body.length, bytes.length()), StandardCharsets.ISO_8859_1)
                    .equals(bytes);
        }
    }

    private XmlText() {}

    /**
     * The characters, without byte order marks.
     *
     * @param contentType the {@code Content-Type} header as it came, may be empty
     */
    public static String decode(byte[] body, String contentType) {
        String text = characters(body, contentType);
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\uFEFF') {
            start++;
        }
        return text.substring(start);
    }

    private static String characters(byte[] body, String contentType) {
        for (Start start : STARTS) {
            if (start.matches(body)) {
                return new String(body, Charset.forName(start.charset()));
            }
        }
        List<Charset> named = named(body, contentType);
        for (Charset charset : named) {
            Optional<String> text = strictly(body, charset);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return strictly(body, StandardCharsets.UTF_8)
                .orElseGet(() -> leniently(body, named.isEmpty() ? StandardCharsets.UTF_8 : named.get(0)));
    }

    private static List<Charset> named(byte[] body, String contentType) {
        List<Charset> named = new ArrayList<>();
        find(HEADER, contentType).ifPresent(named::add);
        find(DECLARATION, head(body)).ifPresent(named::add);
        // Whoever could read so far reads single bytes: a wide encoding is not what it says.
        named.removeIf(
                charset -> charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32"));
        return named;
    }

    private static Optional<String> strictly(byte[] body, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** A few broken bytes in a UTF-8 feed stay broken; a feed full of them is of the old Western encoding. */
    private static String leniently(byte[] body, Charset charset) {
        String text = new String(body, charset);
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        return broken * 200 > text.length() ? new String(body, WESTERN) : text;
    }

    /** The first bytes as the declaration is written: in ASCII, or on mainframes in EBCDIC. */
    private static String head(byte[] body) {
        boolean mainframe = body.length > 3 && (body[0] & 0xFF) == 0x4C && (body[1] & 0xFF) == 0x6F;
        Charset charset =
                mainframe && Charset.isSupported("IBM037") ? Charset.forName("IBM037") : StandardCharsets.ISO_8859_1;
        return new String(body, 0, Math.min(body.length, HEAD), charset);
    }

    private static Optional<Charset> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        String tidy = name.replace('_', '-');
        return charset(MEANT.getOrDefault(tidy, tidy)).or(() -> charset(name));
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
