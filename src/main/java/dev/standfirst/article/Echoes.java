package dev.standfirst.article;

import dev.standfirst.text.Words;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a page shows besides its article, before that ends, in words that the article has too: headline and standfirst,
 * teasers, a pull quote. Who looks on the page for words of the article may find these first.
 */
final class Echoes {

    /** Words in a row that are no chance. */
    private static final int RUN = 4;

    private static final int MOST = 8_000;
    private static final int HASHES = 1 << 18;

    private Echoes() {}

    /**
     * The echoes of an article.
     *
     * @param page all blocks of the page, in order
     * @param article some of them, in order
     * @return one block a line, 8,000 characters at most; empty where the article is made of other blocks
     */
    @SuppressWarnings("ReferenceEquality") // The same words may stand on the page twice.
    static String of(List<Block> page, List<Block> article) {
        BitSet known = new BitSet(HASHES);
        article.forEach(block -> runs(block.text()).forEach(known::set));
        StringBuilder echoes = new StringBuilder();
        int next = 0;
        for (Block block : page) {
            if (next == article.size()) {
                return echoes.toString();
            }
            if (block == article.get(next)) {
                next++;
            } else if (isEcho(block, known) && echoes.length() + block.text().length() < MOST) {
                echoes.append(block.text()).append('\n');
            }
        }
        return next == article.size() ? echoes.toString() : "";
    }

    private static boolean isEcho(Block block, BitSet known) {
        return runs(block.text()).anyMatch(known::get) && Boilerplate.isShown(block.box());
    }

    /** Hashes of all runs of words. A false match costs a line that is kept in vain. */
    private static IntStream runs(String text) {
        int[] words = new int[text.length() / 2 + 1];
        int count = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean spaceless = Words.isSpaceless(c);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && (spaceless || !inWord)) {
                count++;
            }
            if (letter) {
                words = grown(words, count);
                words[count - 1] = words[count - 1] * 31 + Character.toLowerCase(c);
            }
            inWord = letter && !spaceless;
        }
        return runs(words, count);
    }

    private static int[] grown(int[] words, int count) {
        return count <= words.length ? words : Arrays.copyOf(words, words.length * 2);
    }

    private static IntStream runs(int[] words, int count) {
        return IntStream.range(0, Math.max(0, count - RUN + 1)).map(first -> {
            int hash = 0;
            for (int i = first; i < first + RUN; i++) {
                hash = hash * 1_000_003 + words[i];
            }
            return (hash ^ hash >>> 15) & (HASHES - 1);
        });
    }
}
