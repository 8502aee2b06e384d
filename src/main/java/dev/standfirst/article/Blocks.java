package dev.standfirst.article;

import dev.standfirst.article.Block.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Flattens a tree into its blocks, in document order. Text between blocks becomes a paragraph of its own. */
final class Blocks {

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("p", Kind.PARAGRAPH),
            Map.entry("dd", Kind.PARAGRAPH),
            Map.entry("dt", Kind.PARAGRAPH),
            Map.entry("h1", Kind.HEADING),
            Map.entry("h2", Kind.HEADING),
            Map.entry("h3", Kind.HEADING),
            Map.entry("h4", Kind.HEADING),
            Map.entry("h5", Kind.HEADING),
            Map.entry("h6", Kind.HEADING),
            Map.entry("li", Kind.ITEM),
            Map.entry("blockquote", Kind.QUOTE),
            Map.entry("pre", Kind.CODE),
            Map.entry("tr", Kind.ROW));
    private static final Set<String> SKIPPED =
            Set.of("figcaption", "button", "select", "textarea", "label", "template");

    private final List<Block> blocks = new ArrayList<>();

    private Blocks() {}

    static List<Block> of(Element root) {
        Blocks found = new Blocks();
        found.walk(root);
        return found.blocks;
    }

    private void walk(Element element) {
        List<Node> loose = new ArrayList<>();
        for (Node child : element.childNodes()) {
            if (child instanceof Element inner && isBlock(inner)) {
                flush(element, loose);
                enter(inner);
            } else if (child instanceof TextNode || child instanceof Element) {
                loose.add(child);
            }
        }
        flush(element, loose);
    }

    private void enter(Element element) {
        String name = element.normalName();
        if (SKIPPED.contains(name)) {
            return;
        }
        Kind kind = KINDS.get(name);
        if (kind == null || holdsBlocks(element, kind)) {
            walk(element);
        } else if (kind == Kind.CODE) {
            add(element, kind, element.wholeText().strip());
        } else {
            add(
                    element,
                    kind,
                    kind == Kind.ROW ? cells(element) : element.text().strip());
        }
    }

    /** A quote or an item that holds paragraphs is told by these; so is a row of a table that only lays out a page. */
    private static boolean holdsBlocks(Element element, Kind kind) {
        if (kind == Kind.ROW) {
            return element.selectFirst("p, div, ul, ol, h1, h2, h3, table") != null;
        }
        return kind != Kind.CODE && element.children().stream().anyMatch(Blocks::isBlock);
    }

    private static boolean isBlock(Element element) {
        String name = element.normalName();
        return KINDS.containsKey(name)
                || SKIPPED.contains(name)
                || name.equals("br")
                || (element.isBlock() && !name.equals("a"))
                || element.children().stream()
                        .anyMatch(child -> child.isBlock() || KINDS.containsKey(child.normalName()));
    }

    private static String cells(Element row) {
        return String.join(
                " | ",
                row.children().stream()
                        .map(Element::text)
                        .filter(text -> !text.isBlank())
                        .toList());
    }

    private void flush(Element parent, List<Node> loose) {
        if (loose.isEmpty()) {
            return;
        }
        boolean whole = loose.size() == parent.childNodeSize();
        Element paragraph = whole ? parent : new Element("p");
        String text;
        if (whole) {
            text = parent.text();
        } else {
            loose.forEach(node -> paragraph.appendChild(node.clone()));
            paragraph.setBaseUri(parent.baseUri());
            text = paragraph.text();
        }
        Kind kind = KINDS.getOrDefault(parent.normalName(), Kind.PARAGRAPH);
        add(paragraph, kind == Kind.ROW || kind == Kind.CODE ? Kind.PARAGRAPH : kind, text.strip());
        loose.clear();
    }

    private void add(Element element, Kind kind, String text) {
        if (text.chars().anyMatch(Character::isLetterOrDigit)) {
            blocks.add(new Block(element, kind, text, linked(element, text)));
        }
    }

    private static double linked(Element element, String text) {
        int links = element.getElementsByTag("a").stream()
                .mapToInt(link -> link.text().length())
                .sum();
        return Math.min(1, links / (double) Math.max(1, text.length()));
    }
}
