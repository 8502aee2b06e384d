package dev.standfirst.article;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the box that holds the article. Two candidates: the box that the page itself names as the article's body, and
 * the box that one gets to by descending from the top, always into the child that holds nearly all of the prose. The
 * first wins where it holds most of what the second does.
 */
final class ContentFinder {

    private static final double NEARLY_ALL = 0.8;
    private static final double ENOUGH = 0.6;
    private static final double SOME = 0.12;
    private static final double PIECE = 0.08;

    private final List<Block> blocks;
    private final String title;

    private ContentFinder(List<Block> blocks, String title) {
        this.blocks = blocks;
        this.title = title;
    }

    /**
     * The box, or empty where the page holds no prose.
     *
     * @param title of the article, may be empty
     */
    static Optional<Box> find(PageTree tree, String title) {
        Box top = tree.root();
        return top.prose() == 0
                ? Optional.empty()
                : Optional.of(new ContentFinder(tree.blocks(), Block.letters(title)).judge(top));
    }

    private Box judge(Box top) {
        Box all = descend(top);
        Box descended = amongSeveral(all).map(ContentFinder::descend).orElse(all);
        for (int rank = ElementNames.ITEMPROP; rank >= 1; rank--) {
            Optional<Box> best = named(descended, rank).stream()
                    .filter(box -> box.prose() >= descended.prose() * ENOUGH)
                    .max(Comparator.comparingInt(Box::prose));
            if (best.isPresent()) {
                return widened(best.get(), descended);
            }
        }
        return descended;
    }

    private static Box descend(Box from) {
        Box at = from;
        Optional<Box> next = heaviest(at);
        while (next.isPresent()) {
            at = next.get();
            next = heaviest(at);
        }
        return at;
    }

    /** The child that holds nearly all of the prose, if there is one and it is no paragraph itself. */
    private static Optional<Box> heaviest(Box box) {
        return box.children().stream()
                .filter(child -> !child.children().isEmpty() && !child.isDropped())
                .filter(child -> child.prose() > 0 && child.prose() >= box.prose() * NEARLY_ALL)
                .findFirst();
    }

    /** Of several whole articles one after the other, the one that bears the page's title. */
    private Optional<Box> amongSeveral(Box all) {
        List<Box> articles = named(all, ElementNames.ARTICLE).stream()
                .filter(box -> box.prose() >= all.prose() * SOME && box.prose() < all.prose() * NEARLY_ALL)
                .toList();
        return title.isEmpty() || articles.size() < 2
                ? Optional.empty()
                : articles.stream().filter(this::isTitled).findFirst();
    }

    /** Whether its first heading is the title. */
    private boolean isTitled(Box box) {
        for (int i = box.first(); i <= box.last(); i++) {
            if (blocks.get(i).is(Block.Kind.HEADING)) {
                return blocks.get(i).letters().contains(title);
            }
        }
        return false;
    }

    /** The boxes of a rank below this one, and those around it that hold hardly more. */
    private static List<Box> named(Box from, int rank) {
        List<Box> found = new ArrayList<>();
        for (Box up = from.parent(); up != null && up.prose() * NEARLY_ALL <= from.prose(); up = up.parent()) {
            if (up.names().body() == rank) {
                found.add(up);
            }
        }
        collect(from, rank, found);
        return found;
    }

    private static void collect(Box box, int rank, List<Box> found) {
        if (box.prose() == 0 || box.isDropped()) {
            return;
        }
        if (box.names().body() == rank) {
            found.add(box);
        }
        box.children().forEach(child -> collect(child, rank, found));
    }

    /** An article in several pieces is what holds them all: pieces are siblings that are named alike. */
    private static Box widened(Box piece, Box limit) {
        Box at = piece;
        for (Box up = piece.parent(); up != null && at != limit; up = up.parent()) {
            if (hasPieces(up, at, piece.prose() * PIECE)) {
                return up;
            }
            at = up;
        }
        return piece;
    }

    private static boolean hasPieces(Box parent, Box piece, double least) {
        String signature = piece.names().signature();
        return !signature.isEmpty()
                && parent.children().stream()
                        .filter(other -> other != piece && !other.isDropped())
                        .filter(other -> other.names().signature().equals(signature))
                        .anyMatch(other -> other.prose() > least);
    }
}
