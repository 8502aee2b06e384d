package dev.standfirst.metadata;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of an element that is expected to be short; the reading stops as soon as it is not. */
final class ShortText implements NodeFilter {

    /** More nodes than this hold no remark. */
    private static final int MOST_NODES = 200;

    /** Between two lines of a text. */
    static final String BAR = " | ";

    /** Between two lines while they are read: no text holds it, since readers of HTML leave it out. */
    private static final String LINE = "\u0001";

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private final Gaps gaps;
    private int nodes;

    /** What stands for the borders of elements. */
    private enum Gaps {
        AS_READ,
        SPACES,
        LINES
    }

    private ShortText(int longest, Gaps gaps) {
        this.longest = longest;
        this.gaps = gaps;
    }

    /**
     * The text as it reads, white space collapsed.
     *
     * @return empty where it has more characters than {@code longest}
     */
    static String of(Element element, int longest) {
        return read(element, longest, Gaps.AS_READ);
    }

    /** The same with a space between any two elements, since style sheets part what markup does not. */
    static String parted(Element element, int longest) {
        return read(element, longest, Gaps.SPACES);
    }

    /** The same with a bar between any two lines, and between elements that nothing but their style parts. */
    static String lined(Element element, int longest) {
        return read(element, longest, Gaps.LINES);
    }

    /** Without white space at the ends, and with one space for each run of it within. */
    static String squeeze(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '\u00a0' || Character.isWhitespace(c)) {
                gap = !squeezed.isEmpty();
            } else if (c != '\u00ad' && c != '\u200b') {
                squeezed.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return squeezed.toString();
    }

    private static String read(Element element, int longest, Gaps gaps) {
        ShortText reader = new ShortText(longest * 2, gaps);
        element.filter(reader);
        String text = gaps == Gaps.LINES ? reader.lines() : squeeze(reader.text.toString());
        return text.length() > longest || reader.nodes > MOST_NODES ? "" : text;
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        for (String line : text.toString().split(LINE, -1)) {
            String squeezed = squeeze(line);
            lines.append(lines.isEmpty() || squeezed.isEmpty() ? "" : BAR).append(squeezed);
        }
        return lines.toString();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode piece) {
            text.append(piece.getWholeText());
        } else if (node instanceof Element element) {
            switch (element.normalName()) {
                case "script", "style", "svg", "template", "noscript" -> {
                    return FilterResult.SKIP_ENTIRELY;
                }
                default -> gap(element, element.previousSibling() instanceof Element);
            }
        }
        return text.length() > longest || nodes++ > MOST_NODES ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            gap(element, false);
        }
        return FilterResult.CONTINUE;
    }

    private void gap(Element element, boolean touching) {
        boolean line = element.isBlock() || element.normalName().equals("br");
        if (gaps == Gaps.LINES && (line || touching)) {
            text.append(LINE);
        } else if (line || gaps != Gaps.AS_READ) {
            text.append(' ');
        }
    }
}
