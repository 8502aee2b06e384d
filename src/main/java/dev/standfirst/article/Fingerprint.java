package dev.standfirst.article;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SimHash of a text (Charikar 2002): 64 bits that differ in few places where texts differ in few places. Its
 * features are runs of three words, as for finding near-duplicate pages (Manku, Jain and Das Sarma 2007). It finds
 * candidates; {@link #resemblance} then compares the texts themselves.
 */
public final class Fingerprint {

    /** Manku et al. use 3 for pages; a sentence more in a short report moves a few bits more. */
    private static final int NEAR = 12;

    private static final int SHINGLE = 3;
    private static final int LONGEST = 200_000;
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}]++");

    private Fingerprint() {}

    /** The fingerprint; 0 for a text without words. */
    public static long of(String text) {
        int[] votes = new int[Long.SIZE];
        Set<Long> shingles = shingles(text);
        for (long shingle : shingles) {
            for (int bit = 0; bit < Long.SIZE; bit++) {
                votes[bit] += (shingle >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long fingerprint = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            fingerprint |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return fingerprint;
    }

    /** Whether two texts with these fingerprints may be near-identical. */
    static boolean near(long one, long other) {
        return Long.bitCount(one ^ other) <= NEAR;
    }

    /** The share of runs of three words that two texts have in common (Jaccard), from 0 to 1. */
    static double resemblance(String one, String other) {
        Set<Long> shared = shingles(one);
        Set<Long> all = new HashSet<>(shared);
        Set<Long> others = shingles(other);
        all.addAll(others);
        shared.retainAll(others);
        return all.isEmpty() ? 1 : (double) shared.size() / all.size();
    }

    private static Set<Long> shingles(String text) {
        String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        Matcher matcher = WORD.matcher(bounded.toLowerCase(Locale.ROOT));
        List<String> words = matcher.results().map(word -> word.group()).toList();
        Set<Long> shingles = new HashSet<>();
        for (int from = 0; from < Math.max(1, words.size() - SHINGLE + 1) && !words.isEmpty(); from++) {
            shingles.add(hash(words.subList(from, Math.min(words.size(), from + SHINGLE))));
        }
        return shingles;
    }

    /** FNV-1a over the words, then mixed so that every bit depends on every letter (the finaliser of MurmurHash3). */
    private static long hash(List<String> words) {
        long hash = 0xcbf29ce484222325L;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }
}
