package dev.standfirst.mail;

import dev.standfirst.text.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** Fills the slots of a rendered edition for somebody who looks at it; mails are filled as {@link EncodedMessage}. */
public final class Slots {

    private Slots() {}

    /** Fills plain text; a line break in a value becomes a space. */
    public static String fillText(String rendered, Map<Slot, String> values) {
        return SlotText.marked(rendered).filled(slot -> OneLine.of(values.getOrDefault(slot, "")));
    }

    /** Fills HTML; values are escaped. */
    public static String fillHtml(String rendered, Map<Slot, String> values) {
        return SlotText.marked(rendered).filled(slot -> escaped(OneLine.of(values.getOrDefault(slot, ""))));
    }

    /** A value as it stands in HTML and in its attributes. */
    static String escaped(String value) {
        return HtmlUtils.htmlEscape(value, StandardCharsets.UTF_8.name());
    }
}
