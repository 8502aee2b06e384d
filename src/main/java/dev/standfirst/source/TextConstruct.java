package dev.standfirst.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * The text of an element, which may be plain, HTML, elements, or packed into base64. Atom 1.0 says which by a type (RFC
 * 4287, 3.1 and 4.1.3.3), Atom 0.3 by a type and a mode; RSS does not say, so what looks like HTML is.
 */
final class TextConstruct {

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]++=*+\\s*+");
    private static final TextConstruct NONE = new TextConstruct(Form.PLAIN, "", null);

    /** How the text is written. */
    private enum Form {
        PLAIN,
        HTML,
        MAYBE_HTML,
        ELEMENTS
    }

    private final Form form;
    private final String text;
    private final @Nullable FeedElement element;

    private TextConstruct(Form form, String text, @Nullable FeedElement element) {
        this.form = form;
        this.text = text;
        this.element = element;
    }

    /** The text of an element; of none, empty. */
    static TextConstruct of(@Nullable FeedElement element) {
        if (element == null) {
            return NONE;
        }
        String type = FeedNames.lower(element.attribute("type"));
        String mode = FeedNames.lower(element.attribute("mode"));
        if (element.hasElements() && !mode.equals("escaped")) {
            return new TextConstruct(Form.ELEMENTS, element.text(), element);
        }
        return element.name().startsWith("atom:")
                ? atom(element, type, mode)
                : new TextConstruct(Form.MAYBE_HTML, element.text(), element);
    }

    private static TextConstruct atom(FeedElement element, String type, String mode) {
        String unpacked = mode.equals("base64") || (mode.isEmpty() && isBinary(type)) ? unpack(element.text()) : null;
        return unpacked == null
                ? new TextConstruct(form(type, mode), element.text(), element)
                : new TextConstruct(isText(type) ? Form.PLAIN : Form.MAYBE_HTML, unpacked, element);
    }

    private static Form form(String type, String mode) {
        return isText(type) && !mode.equals("escaped") ? Form.PLAIN : Form.HTML;
    }

    private static boolean isText(String type) {
        return type.isEmpty() || type.equals("text") || type.equals("text/plain");
    }

    /** A type of media that is neither text nor XML comes in base64. */
    private static boolean isBinary(String type) {
        return type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml");
    }

    /** The text in base64; empty where it is no text, null where it is no base64. */
    private static @Nullable String unpack(String base64) {
        if (!BASE64.matcher(base64).matches()) {
            return null;
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "";
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** As HTML, unsafe, addresses absolute. */
    String html() {
        if (element == null) {
            return "";
        }
        return switch (form) {
            case PLAIN -> Entities.escape(text);
            case HTML, MAYBE_HTML -> FeedHtml.absolute(text, element.base());
            case ELEMENTS -> FeedHtml.inner(element);
        };
    }

    /** As plain text on one line. */
    String plain() {
        return switch (form) {
            case PLAIN -> FeedHtml.oneLine(text);
            case HTML -> FeedHtml.text(text);
            case MAYBE_HTML ->
                element != null && element.hasPlainTitles() ? FeedHtml.plainAsWritten(text) : FeedHtml.plain(text);
            case ELEMENTS -> FeedHtml.text(html());
        };
    }
}
