package dev.standfirst.article;

import dev.standfirst.article.Block.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts what stands around and between the paragraphs of an article without being part of it. What may go depends on
 * where it stands: before the first prose a date is litter, in the middle it may be a heading, after the last prose a
 * list of links is somebody else's headlines.
 */
final class Trimming {

    private static final int LONG_TEXT = 60;
    private static final int LEAD = 6;
    private static final int STANDFIRST_WORDS = 10;
    private static final double LINKY = 0.5;

    /** Share of the prose that must stand before a closing line, and that may stand behind it. */
    private static final double BEFORE_CLOSING = 0.5;

    private static final double BEHIND_CLOSING = 0.3;

    private static final Pattern AUTHOR = Pattern.compile(
            "(?:^|[-_ ])(?:author|autor|bio|signature|contributor|writer)s?(?:$|[-_ ])", Pattern.CASE_INSENSITIVE);

    private final List<Block> blocks;
    private final Box content;
    private final LineKinds lines;
    private final Map<String, Boolean> authorBoxes = new HashMap<>();

    private Trimming(List<Block> blocks, Box content, LineKinds lines) {
        this.blocks = blocks;
        this.content = content;
        this.lines = lines;
    }

    /**
     * The text of an article.
     *
     * @param blocks of the box that holds it
     * @param content that box
     */
    static List<Block> trim(List<Block> blocks, Box content, LineKinds lines) {
        Trimming trimming = new Trimming(blocks, content, lines);
        int first = trimming.firstProse();
        return first < 0 ? List.of() : trimming.between(first, trimming.lastProse());
    }

    private int firstProse() {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.isProse() && !lines.isLitter(block) && !lines.isByline(block)) {
                return i;
            }
        }
        return -1;
    }

    /** The last prose before a closing section. */
    private int lastProse() {
        int end = closing();
        int last = -1;
        for (int i = 0; i < end; i++) {
            if (blocks.get(i).isProse() || isTail(blocks.get(i), last, i)) {
                last = i;
            }
        }
        return last;
    }

    /** Where a closing section begins; a closing line counts only where most of the prose is before it. */
    private int closing() {
        long all = blocks.stream().mapToLong(Block::prose).sum();
        long passed = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean behind = passed > all * BEFORE_CLOSING && all - passed < all * BEHIND_CLOSING;
            if (behind && (lines.isClosing(block) || lines.isAboutAuthor(block) || isInAuthorBox(block))) {
                return i;
            }
            passed += block.prose();
        }
        return blocks.size();
    }

    private boolean isInAuthorBox(Block block) {
        boolean named = false;
        for (Box box = block.box(); box != null && box != content && !named; box = box.parent()) {
            named = authorBoxes.computeIfAbsent(
                    box.names().signature(), name -> AUTHOR.matcher(name).find());
        }
        return named;
    }

    /** Short sentences, items, code and rows right behind prose still belong to it. */
    private static boolean isTail(Block block, int last, int i) {
        boolean near = last >= 0 && i - last == 1 && block.linkShare() < LINKY;
        return near
                && switch (block.kind()) {
                    case CODE, ROW -> true;
                    case HEADING -> false;
                    case PARAGRAPH, QUOTE, ITEM -> block.endsLikeSentence();
                };
    }

    private List<Block> between(int first, int last) {
        List<Block> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = leadIn(first); i <= last; i++) {
            Block block = blocks.get(i);
            boolean repeated = block.text().length() >= LONG_TEXT && !seen.add(block.text());
            boolean litter = lines.isLitter(block) || lines.isPointer(block) || (i < first && lines.isByline(block));
            if (!repeated && !litter) {
                kept.add(block);
            }
        }
        dropTrailingHeadings(kept);
        return kept;
    }

    /**
     * Where the text opens: at headings and short sentences right before the first prose, and at a standfirst, also
     * where names and dates stand between.
     */
    private int leadIn(int first) {
        int lead = first;
        for (int i = first - 1; i >= Math.max(0, first - LEAD); i--) {
            Block block = blocks.get(i);
            if (block.box().isTag("h1") || lines.isTitle(block)) {
                return lead;
            }
            lead = opens(block, i == lead - 1, blocks.get(first)) ? i : lead;
        }
        return lead;
    }

    private static boolean opens(Block block, boolean next, Block first) {
        if (block.linked() > 0) {
            return false;
        }
        boolean sibling = block.box().parent() == first.box().parent();
        return block.is(Kind.HEADING)
                ? next || block.words() >= STANDFIRST_WORDS
                : next && sibling && block.is(Kind.PARAGRAPH) && block.endsLikeSentence();
    }

    private static void dropTrailingHeadings(List<Block> kept) {
        while (!kept.isEmpty() && kept.get(kept.size() - 1).is(Kind.HEADING)) {
            kept.remove(kept.size() - 1);
        }
    }
}
