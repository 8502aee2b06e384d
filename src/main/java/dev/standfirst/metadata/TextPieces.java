package dev.standfirst.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The short texts from a place of a page on, up to where prose begins. */
final class TextPieces {

    /**
     * One of them.
     *
     * @param text white space collapsed
     * @param element that holds it
     */
    record Piece(String text, Element element) {}

    private static final Set<String> SKIPPED = Set.of(
            "script", "style", "svg", "template", "noscript", "iframe", "figure", "select", "button", "nav", "form");

    /** Longer texts are prose. */
    private static final int LONGEST = 160;

    /** The line below a headline may be prose already. */
    private static final int MOST_PROSE = 1;

    private static final int MOST_NODES = 400;

    private TextPieces() {}

    /** Those that follow an element. */
    static List<Piece> after(Element element, int most) {
        return from(beyond(element), null, most);
    }

    /** Those within an element. */
    static List<Piece> in(Element element, int most) {
        return from(element.childNodeSize() == 0 ? null : element.childNode(0), beyond(element), most);
    }

    private static List<Piece> from(@Nullable Node start, @Nullable Node end, int most) {
        List<Piece> pieces = new ArrayList<>();
        int prose = 0;
        Node node = start;
        for (int seen = 0; node != null && seen < MOST_NODES; seen++) {
            String text = node instanceof TextNode own ? ShortText.squeeze(own.getWholeText()) : "";
            prose += text.length() > LONGEST ? 1 : 0;
            if (node.equals(end) || prose > MOST_PROSE || pieces.size() == most) {
                break;
            }
            add(pieces, text, node.parent());
            node = next(node);
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String text, @Nullable Node parent) {
        boolean says = text.length() <= LONGEST && text.chars().anyMatch(Character::isLetterOrDigit);
        if (says && parent instanceof Element element) {
            pieces.add(new Piece(text, element));
        }
    }

    private static @Nullable Node next(Node node) {
        boolean skipped = node instanceof Element element && SKIPPED.contains(element.normalName());
        return skipped || node.childNodeSize() == 0 ? beyond(node) : node.childNode(0);
    }

    /** What comes behind a node and all that it holds. */
    private static @Nullable Node beyond(Node node) {
        Node up = node;
        while (up != null && up.nextSibling() == null) {
            up = up.parent();
        }
        return up == null ? null : up.nextSibling();
    }
}
