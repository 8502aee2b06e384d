package dev.standfirst.article;

import dev.standfirst.article.Block.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * A page as boxes and blocks, made in one walk over its tree, which stays as it is. Runs of inline markup between boxes
 * become blocks of their own, in document order. The depth of the walk is limited by the parser.
 */
final class PageTree {

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("h1", Kind.HEADING),
            Map.entry("h2", Kind.HEADING),
            Map.entry("h3", Kind.HEADING),
            Map.entry("h4", Kind.HEADING),
            Map.entry("h5", Kind.HEADING),
            Map.entry("h6", Kind.HEADING),
            Map.entry("li", Kind.ITEM),
            Map.entry("blockquote", Kind.QUOTE),
            Map.entry("pre", Kind.CODE));

    /** What holds no text of the page. */
    private static final Set<String> SILENT = Set.of(
            ("script style noscript template iframe object embed svg canvas video audio input button select textarea option"
                            + " math head")
                    .split(" "));

    /** Of these, what holds the text where a page is drawn by a script or in a shadow tree. */
    private static final Set<String> STAND_INS = Set.of("noscript", "template");

    private static final Set<String> BOXES = Set.of(
            ("td th li dd dt tr tbody thead tfoot table figcaption summary details main center caption dialog menu"
                            + " legend")
                    .split(" "));
    private static final Set<String> LAYOUT = Set.of("table", "ul", "ol", "h1", "h2", "h3", "img");
    private static final Set<String> IMAGES = Set.of("img", "picture", "video", "iframe", "amp-img");
    private static final int CELL = 300;
    private static final int SHORT_CELL = 40;
    private static final int DESCRIPTION = 20;

    private final boolean withStandIns;
    private final ElementNames.Reader names = new ElementNames.Reader();
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> descriptions = new HashSet<>();
    private final List<Element> links = new ArrayList<>();
    private final Box root;

    private PageTree(Element body, boolean withStandIns) {
        this.withStandIns = withStandIns;
        this.root = new Box(body, null, names.of(body));
        Run run = new Run(false, links);
        walk(body, root, run);
        flush(root, run);
    }

    /**
     * Reads a tree.
     *
     * @param withStandIns whether to read what browsers show only without scripts, too
     */
    static PageTree of(Element body, boolean withStandIns) {
        return new PageTree(body, withStandIns);
    }

    Box root() {
        return root;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** What pictures are described as, in letters and figures alone. */
    Set<String> descriptions() {
        return descriptions;
    }

    /** The links of the page. */
    List<Element> links() {
        return links;
    }

    /** Forgets what was dropped. */
    void restore() {
        root.forget();
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).box().count(blocks.get(i), i);
        }
    }

    private void walk(Element element, Box box, Run run) {
        for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
            if (child instanceof TextNode text) {
                run.add(text);
            } else if (child instanceof Element inner) {
                enter(inner, box, run);
            }
        }
    }

    private void enter(Element element, Box box, Run run) {
        String name = element.normalName();
        if (IMAGES.contains(name)) {
            addImage(element, box);
        }
        if (isSilent(name)) {
            return;
        }
        if (isBox(element)) {
            flush(box, run);
            fill(element, new Box(element, box, names.of(element)), run.inLink());
        } else if (name.equals("br")) {
            lineBreak(element, box, run);
        } else if (holdsBox(element)) {
            wrapper(element, box, run);
        } else {
            run.add(element);
        }
    }

    private boolean isSilent(String name) {
        return SILENT.contains(name) && !(withStandIns && STAND_INS.contains(name));
    }

    private void addImage(Element element, Box box) {
        box.countImage();
        String description = element.attr("alt");
        if (description.length() >= DESCRIPTION) {
            descriptions.add(Block.letters(description));
        }
    }

    private void fill(Element element, Box box, boolean inLink) {
        Run run = new Run(inLink, links);
        if (element.normalName().equals("tr") && !isLayout(element)) {
            element.children().forEach(run::addCell);
            add(run.take(box, Kind.ROW));
            return;
        }
        if (element.normalName().equals("pre")) {
            run.addCode(element);
        } else {
            walk(element, box, run);
        }
        flush(box, run);
    }

    /** An inline element around boxes, such as a link around a card, belongs to no run. */
    private void wrapper(Element element, Box box, Run run) {
        boolean outside = run.inLink();
        boolean link = element.normalName().equals("a") && element.hasAttr("href");
        if (link) {
            links.add(element);
            flush(box, run);
        }
        run.inLink(outside || link);
        walk(element, box, run);
        if (link) {
            flush(box, run);
        }
        run.inLink(outside);
    }

    /** A break ends a block where another follows or a sentence ends; else it only folds a line. */
    private void lineBreak(Element element, Box box, Run run) {
        Node next = element.nextSibling();
        while (next instanceof TextNode text && text.isBlank()) {
            next = next.nextSibling();
        }
        boolean twice = next instanceof Element inner && inner.normalName().equals("br");
        if (twice || run.endsLikeSentence()) {
            flush(box, run);
        } else {
            run.add(element);
        }
    }

    private void flush(Box box, Run run) {
        if (!run.isEmpty()) {
            add(run.take(box, kind(box)));
        }
    }

    private void add(@Nullable Block block) {
        if (block != null) {
            block.box().count(block, blocks.size());
            blocks.add(block);
        }
    }

    private static Kind kind(Box box) {
        for (Box up = box; up != null; up = up.parent()) {
            Kind kind = KINDS.get(up.tag());
            if (kind != null) {
                return kind;
            }
        }
        return Kind.PARAGRAPH;
    }

    /**
     * A row that lays out a page, as opposed to one of data: a cell holds running text, or boxes and more than a few
     * words.
     */
    private static boolean isLayout(Element row) {
        if (row.childrenSize() < 2) {
            return true;
        }
        for (Element cell : row.children()) {
            int most = holdsBox(cell) ? SHORT_CELL : CELL;
            if (cell.text().length() > most || holdsLayout(cell)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsLayout(Element element) {
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (LAYOUT.contains(child.normalName()) || holdsLayout(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsBox(Element element) {
        for (Element child = element.firstElementChild(); child != null; child = child.nextElementSibling()) {
            if (isBox(child) || child.normalName().equals("br") || holdsBox(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBox(Element element) {
        String name = element.normalName();
        return (element.isBlock() || BOXES.contains(name)) && !SILENT.contains(name);
    }
}
