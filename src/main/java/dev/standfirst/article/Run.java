package dev.standfirst.article;

import dev.standfirst.article.Block.Kind;
import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Gathers the inline nodes of a block to be, and counts as it goes. */
final class Run {

    private static final Set<String> SILENT = Set.of(
            "script style noscript template iframe object svg canvas video audio button select textarea".split(" "));
    private static final Set<String> UNSEEN = Set.of("sr-only", "visually-hidden", "screen-reader-text");
    private static final int LONG_HEADING = 30;
    private static final int LETTERS_OF_CODE = 6;

    private final List<Element> links;
    private final List<Node> nodes = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean inLink;
    private int linked;
    private int words;
    private int spaceless;
    private boolean inWord;

    /**
     * Begins.
     *
     * @param inLink whether all of it stands in a link
     * @param links where links are noted
     */
    Run(boolean inLink, List<Element> links) {
        this.inLink = inLink;
        this.links = links;
    }

    boolean inLink() {
        return inLink;
    }

    void inLink(boolean link) {
        inLink = link;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    void add(TextNode node) {
        if (!text.isEmpty() || !node.isBlank()) {
            nodes.add(node);
            append(node.getWholeText());
        }
    }

    /** Adds an inline element, or a break as a space. */
    void add(Element element) {
        int before = text.length();
        inline(element);
        if (text.length() > before && !element.normalName().equals("br")) {
            nodes.add(element);
        }
    }

    /** A cell of a table's row, parted from the one before. */
    void addCell(Element cell) {
        if (!text.isEmpty()) {
            append(" | ");
        }
        add(cell);
    }

    /** The text of a listing, its lines as they stand. */
    void addCode(Element element) {
        String code = element.wholeText().strip();
        nodes.add(element);
        text.append(code);
        words = code.length() / LETTERS_OF_CODE;
    }

    boolean endsLikeSentence() {
        return Block.endsLikeSentence(text);
    }

    /** The block of what was gathered, or null where that says nothing; begins anew. A long heading is a paragraph. */
    @Nullable
    Block take(Box box, Kind kind) {
        int count = words + (spaceless + 1) / 2;
        Kind fitting = kind == Kind.HEADING && count >= LONG_HEADING ? Kind.PARAGRAPH : kind;
        Block block = count == 0
                ? null
                : new Block(box, fitting, List.copyOf(nodes), text.toString().strip(), count, linked);
        nodes.clear();
        text.setLength(0);
        linked = 0;
        words = 0;
        spaceless = 0;
        inWord = false;
        return block;
    }

    private void inline(Element element) {
        String name = element.normalName();
        if (SILENT.contains(name) || isUnseen(element)) {
            return;
        }
        boolean outside = inLink;
        if (name.equals("br")) {
            append(" ");
        } else if (name.equals("a") && element.hasAttr("href")) {
            inLink = true;
            links.add(element);
        }
        for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
            inline(child);
        }
        inLink = outside;
    }

    private void inline(Node node) {
        if (node instanceof TextNode leaf) {
            append(leaf.getWholeText());
        } else if (node instanceof Element element) {
            inline(element);
        }
    }

    private static boolean isUnseen(Element element) {
        return element.attributesSize() > 0 && (element.hasAttr("hidden") || UNSEEN.contains(element.className()));
    }

    /** Appends with white space folded. */
    private void append(String raw) {
        int before = text.length();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (isSpace(c)) {
                space();
            } else if (!isInvisible(c)) {
                text.append(c);
                count(c);
            }
        }
        linked += inLink ? text.length() - before : 0;
    }

    private void space() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
            text.append(' ');
        }
        inWord = false;
    }

    private void count(char c) {
        if (Words.isSpaceless(c)) {
            spaceless++;
            inWord = false;
        } else if (Character.isLetterOrDigit(c)) {
            words += inWord ? 0 : 1;
            inWord = true;
        } else if (c != '\'' && c != '’' && c != '-') {
            inWord = false;
        }
    }

    private static boolean isSpace(char c) {
        return c <= ' ' || c == '\u00A0' || c == '\u3000' || (c >= '\u2000' && c <= '\u200A') || c == '\u2028';
    }

    /** Soft hyphen, zero-width space and byte order mark. */
    private static boolean isInvisible(char c) {
        return c == '\u00AD' || c == '\u200B' || c == '\uFEFF';
    }
}
