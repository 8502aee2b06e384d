package dev.standfirst.article;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The text of an element that is expected to be short; the reading stops as soon as it is not. */
final class ShortText implements NodeFilter {

    /** More nodes than this hold no remark. */
    private static final int MOST_NODES = 200;

    private final StringBuilder text = new StringBuilder();
    private final int longest;
    private final boolean parted;
    private int nodes;

    private ShortText(int longest, boolean parted) {
        this.longest = longest;
        this.parted = parted;
    }

    /**
     * The text as it reads, white space collapsed.
     *
     * @return empty where it has more characters than {@code longest}
     */
    static String of(Element element, int longest) {
        return read(element, longest, false);
    }

    /** The same with a space between any two elements, since style sheets part what markup does not. */
    static String parted(Element element, int longest) {
        return read(element, longest, true);
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

    private static String read(Element element, int longest, boolean parted) {
        ShortText reader = new ShortText(longest * 2, parted);
        element.filter(reader);
        String text = squeeze(reader.text.toString());
        return text.length() > longest || reader.nodes > MOST_NODES ? "" : text;
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
                default -> gap(element);
            }
        }
        return text.length() > longest || nodes++ > MOST_NODES ? FilterResult.STOP : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            gap(element);
        }
        return FilterResult.CONTINUE;
    }

    private void gap(Element element) {
        if (parted || element.isBlock() || element.normalName().equals("br")) {
            text.append(' ');
        }
    }
}
