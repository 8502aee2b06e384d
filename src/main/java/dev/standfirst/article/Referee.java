package dev.standfirst.article;

import dev.standfirst.metadata.PageMetadata;
import dev.standfirst.text.Words;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Compares what was found on a page with the text that the page tells machines ({@code articleBody} of its structured
 * data). That text may be cut short or hold teasers, so it settles disputes and is not taken where the page itself has
 * the text. Texts are compared by runs of four words (shingles; Broder 1997).
 */
final class Referee {

    private static final int RUN = 4;
    private static final int LEAST_RUNS = 80;
    private static final double KNOWN = 0.6;
    private static final double NEARLY_ALL = 0.9;
    private static final double MOST = 0.75;

    private final Set<Long> body;
    private final IdentityHashMap<Block, Set<Long>> known = new IdentityHashMap<>();

    /** The referee of a page. */
    Referee(PageMetadata metadata) {
        this.body = runs(metadata.body());
    }

    /** Whether the page tells machines a text of some length. */
    boolean hasOpinion() {
        return body.size() >= LEAST_RUNS;
    }

    /** Whether most of a block stands in the text. */
    boolean knows(Block block) {
        Set<Long> runs = runs(block);
        return runs.stream().filter(body::contains).count() >= runs.size() * KNOWN;
    }

    /** Share of the text that these blocks hold, 0 to 1. */
    double held(List<Block> blocks) {
        Set<Long> found = new HashSet<>();
        blocks.forEach(block -> found.addAll(runs(block)));
        return body.stream().filter(found::contains).count() / (double) Math.max(1, body.size());
    }

    /**
     * Without the paragraphs that the text does not know, where the two agree on nearly all: what is left over was put
     * between them. Headings, items and tables stay, since many pages leave these out of the text for machines.
     */
    List<Block> agreed(List<Block> blocks) {
        if (!hasOpinion() || held(blocks) < NEARLY_ALL) {
            return blocks;
        }
        List<Block> told = blocks.stream()
                .filter(block -> !block.is(Block.Kind.PARAGRAPH) || knows(block))
                .toList();
        return length(told) >= length(blocks) * MOST ? told : blocks;
    }

    static int length(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> block.text().length()).sum();
    }

    /** Those of a block, which is asked about more than once. */
    private Set<Long> runs(Block block) {
        return known.computeIfAbsent(block, each -> runs(each.text()));
    }

    /** Hashes of all runs of words; fewer words than a run holds are one run. */
    private static Set<Long> runs(String text) {
        Set<Long> runs = new HashSet<>();
        long[] last = new long[RUN];
        int count = 0;
        for (Words.Word word : Words.of(text)) {
            last[count++ % RUN] = word.folded().hashCode();
            if (count >= RUN) {
                runs.add(hash(last, count));
            }
        }
        if (count > 0 && count < RUN) {
            runs.add(hash(last, count));
        }
        return runs;
    }

    private static long hash(long[] last, int count) {
        long run = 17;
        for (int i = 0; i < RUN; i++) {
            run = run * 1_000_003 + last[(count + i) % RUN];
        }
        return run;
    }
}
