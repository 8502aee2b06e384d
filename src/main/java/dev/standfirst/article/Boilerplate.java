package dev.standfirst.article;

import dev.standfirst.article.Block.Kind;
import dev.standfirst.article.ElementNames.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Tells which boxes of a page are no part of its article: by element, by role, by their names, and by how they are
 * built. A box that holds much of the page's prose is never dropped for its name alone, nor are boxes that share one
 * name and hold much of it together: designers name whole pages "sidebar" and every paragraph "card".
 */
final class Boilerplate {

    private static final Set<String> ELEMENTS =
            Set.of("nav footer dialog menu form aside figcaption label legend address caption".split(" "));
    private static final Set<String> ROLES = Set.of(
            "navigation banner contentinfo search complementary dialog alertdialog menu menubar toolbar tablist img button"
                    .split(" "));
    private static final Pattern THREAD = Pattern.compile(
            "(?:^|[-_ ])(?:comments?|commentlist|disqus|kommentare?|commentaires?|comentarios)(?:$|[-_ ])",
            Pattern.CASE_INSENSITIVE);

    /** Share of the page's prose that nothing dropped for its name or element may hold. */
    private static final double MUCH = 0.3;

    private static final int ENOUGH_LEFT = 250;
    private static final double LINKY = 0.35;
    private static final int CAPTION_WORDS = 45;
    private static final int CAPTION_BLOCKS = 3;

    private final Map<String, Integer> proseOfNames = new HashMap<>();
    private final List<Block> blocks;
    private final Cards cards;
    private final boolean keepHidden;
    private final int all;
    private final int much;

    private Boilerplate(PageTree tree, boolean keepHidden) {
        this.blocks = tree.blocks();
        this.cards = new Cards(tree);
        this.keepHidden = keepHidden;
        this.all = tree.root().prose();
        this.much = (int) (all * MUCH);
        add(tree.root());
    }

    /**
     * Drops them from what is weighed.
     *
     * @param keepHidden whether to keep what is out of sight
     */
    static void drop(PageTree tree, boolean keepHidden) {
        new Boilerplate(tree, keepHidden).judgeChildren(tree.root());
    }

    private void add(Box box) {
        if (box.prose() > 0) {
            proseOfNames.merge(box.names().signature(), box.prose(), Integer::sum);
            box.children().forEach(this::add);
        }
    }

    private void judgeChildren(Box box) {
        cards.among(box).forEach(Box::drop);
        box.children().forEach(this::judge);
    }

    private void judge(Box box) {
        if (box.last() < 0 || box.isDropped()) {
            return;
        }
        if (isBoilerplate(box)) {
            box.drop();
        } else {
            judgeChildren(box);
        }
    }

    private boolean isBoilerplate(Box box) {
        if (box.prose() > much) {
            return isThread(box);
        }
        boolean unseen = !keepHidden && isHidden(box);
        return unseen || isForeign(box) || isCaption(box) || isWall(box) || isNamedSo(box);
    }

    /** What readers wrote goes however long it is, as long as something is left. */
    private boolean isThread(Box box) {
        return THREAD.matcher(box.names().signature()).find() && all - box.prose() > ENOUGH_LEFT;
    }

    private static boolean isForeign(Box box) {
        return box.names().embed()
                || ELEMENTS.contains(box.tag())
                || ROLES.contains(box.element().attr("role"));
    }

    private static boolean isHidden(Box box) {
        Element element = box.element();
        return element.attributesSize() > 0
                && (box.names().unseen() || element.attr("aria-hidden").equals("true") || isNotRendered(element));
    }

    /** Whether a browser shows what a box holds, as far as its own markup tells. */
    static boolean isShown(Box box) {
        for (Box up = box; up != null; up = up.parent()) {
            if (isNotRendered(up.element())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNotRendered(Element element) {
        return element.hasAttr("hidden") || isHiddenByStyle(element.attr("style"));
    }

    private static boolean isHiddenByStyle(String style) {
        return style.contains("display") && style.replace(" ", "").contains("display:none");
    }

    /** A picture with a few words, and nothing else. */
    private boolean isCaption(Box box) {
        boolean figure = box.isTag("figure");
        int most = figure ? 2 * CAPTION_WORDS : CAPTION_WORDS;
        boolean few = box.images() > 0 && box.words() <= most && box.blocks() <= CAPTION_BLOCKS;
        return few && isContainer(box) && !holdsOther(box) && (figure || !isShared(box));
    }

    /** Holds a block that is neither a paragraph nor a quotation nor an item. */
    private boolean holdsOther(Box box) {
        for (int i = box.first(); i <= box.last(); i++) {
            if (isOther(blocks.get(i).kind())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOther(Kind kind) {
        return kind == Kind.HEADING || kind == Kind.CODE || kind == Kind.ROW;
    }

    /** Asks to pay, to sign in or to consent, in the first words of its first block. */
    private boolean isWall(Box box) {
        return Litter.is(Litter.Kind.WALL, Litter.fold(blocks.get(box.first()).text()));
    }

    private boolean isNamedSo(Box box) {
        Role role = box.names().role();
        if (role == Role.NONE || isShared(box)) {
            return false;
        }
        return switch (role) {
            case JUNK -> box.names().body() < ElementNames.ARTICLE;
            case CAPTION -> box.names().body() == 0;
            default -> box.names().body() == 0 && (box.prose() == 0 ? isPoor(box) : isLinky(box));
        };
    }

    private boolean isShared(Box box) {
        String signature = box.names().signature();
        return !signature.isEmpty() && proseOfNames.getOrDefault(signature, 0) > much;
    }

    /** Holds no running text, and more than one heading that stands above some. */
    private boolean isPoor(Box box) {
        Block first = blocks.get(box.first());
        boolean heading = box.blocks() == 1 && first.is(Kind.HEADING) && first.linked() == 0;
        return isContainer(box) && !heading;
    }

    private static boolean isContainer(Box box) {
        return switch (box.tag()) {
            case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6" -> false;
            default -> true;
        };
    }

    private static boolean isLinky(Box box) {
        return box.paragraphs() <= 1 && box.linked() > box.text() * LINKY;
    }
}
