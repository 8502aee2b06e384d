package dev.standfirst.mail;

import dev.standfirst.text.OneLine;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.web.util.HtmlUtils;

/** Fills the slots of a rendered edition with one person's values, in one pass over the text. */
public final class Slots {

    private Slots() {}

    /** Fills plain text; a line break in a value becomes a space. */
    public static String fillText(String rendered, Map<Slot, String> values) {
        return fill(rendered, values, UnaryOperator.identity());
    }

    /** Fills HTML; values are escaped. */
    public static String fillHtml(String rendered, Map<Slot, String> values) {
        return fill(rendered, values, HtmlUtils::htmlEscape);
    }

    private static String fill(String rendered, Map<Slot, String> values, UnaryOperator<String> escape) {
        StringBuilder filled = new StringBuilder(rendered.length() + 200);
        int at = 0;
        for (int open = rendered.indexOf(Slot.OPEN); open >= 0; open = rendered.indexOf(Slot.OPEN, at)) {
            int close = rendered.indexOf(Slot.CLOSE, open);
            Slot slot = Slot.valueOf(rendered.substring(open + 1, close));
            String value = OneLine.of(values.getOrDefault(slot, ""));
            filled.append(rendered, at, open).append(escape.apply(value));
            at = close + 1;
        }
        return filled.append(rendered, at, rendered.length()).toString();
    }
}
