package dev.standfirst.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * The text of an element, which may be plain, HTML, elements, or packed into base64. Atom 1.0 says which by a type (RFC
 * 4287, 3.1 and 4.1.3.3), Atom 0.3 by a type and a mode; RSS does not say, so what looks like HTML is.
 */
final class TextConstruct {

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
        if (!element.name().startsWith("atom:")) {
            return new TextConstruct(Form.MAYBE_HTML, element.text(), element);
        }
        String unpacked = mode.equals("base64") || mode.isEmpty() && isBinary(type) ? unpack(element.text()) : null;
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

    private static @Nullable String unpack(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            boolean whole = base64.codePoints().noneMatch(c -> "{}<>\"':;,.".indexOf(c) >= 0);
            return whole
                    ? StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()
                    : null;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return null;
        }
    }

    boolean isEmpty() {
        return text.isEmpty() && form != Form.ELEMENTS;
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
            case PLAIN, ELEMENTS -> FeedHtml.oneLine(text);
            case HTML -> FeedHtml.text(text);
            case MAYBE_HTML -> FeedHtml.plain(text);
        };
    }
}
