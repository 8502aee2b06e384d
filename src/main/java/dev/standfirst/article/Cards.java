package dev.standfirst.article;

import dev.standfirst.article.Block.Kind;
import java.util.List;

/** Finds rows of cards: siblings built alike, each a linked headline with a line or two. They are other articles. */
final class Cards {

    private static final int ROW = 3;
    private static final int WORDS = 110;
    private static final int PARAGRAPHS = 2;
    private static final int HEADLINE_WORDS = 4;
    private static final double LINKED = 0.8;

    /** Share of the page's prose that a row may hold: more is an article in the shape of cards. */
    private static final double MOST = 0.6;

    private final List<Block> blocks;
    private final int most;

    Cards(PageTree tree) {
        this.blocks = tree.blocks();
        this.most = (int) (tree.root().prose() * MOST);
    }

    /** The cards among the children of a box; none where they are too few or too much. */
    List<Box> among(Box box) {
        if (box.children().size() < ROW || box.prose() > most) {
            return List.of();
        }
        List<Box> cards = box.children().stream().filter(this::isCard).toList();
        return cards.size() < ROW ? List.of() : cards;
    }

    private boolean isCard(Box box) {
        boolean small = box.blocks() > 1 && box.words() <= WORDS && box.paragraphs() <= PARAGRAPHS;
        return small && !box.isTag("p") && !box.isTag("tr") && holdsHeadline(box);
    }

    private boolean holdsHeadline(Box box) {
        for (int i = box.first(); i <= box.last(); i++) {
            Block block = blocks.get(i);
            boolean linked = block.linkShare() > LINKED && block.words() >= HEADLINE_WORDS;
            if (linked && (block.is(Kind.HEADING) || box.images() > 0)) {
                return true;
            }
        }
        return false;
    }
}
