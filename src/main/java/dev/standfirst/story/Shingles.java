package dev.standfirst.story;

import java.util.Arrays;

/**
 * Runs of four words, hashed, of which every second one is kept: what shows that a text is a copy of another, cut or
 * touched (Broder, "On the resemblance and containment of documents", 1997).
 */
final class Shingles {

    private static final int LENGTH = 4;
    private static final int SAMPLE = 2;
    /** Fewer say nothing. */
    private static final int LEAST = 5;

    private final int[] words = new int[LENGTH];
    private int[] kept = new int[64];
    private int seen;
    private int size;

    /** Reads the next word. */
    void add(String folded) {
        words[seen++ % LENGTH] = folded.hashCode();
        int hash = hash();
        if (seen >= LENGTH && hash % SAMPLE == 0) {
            kept = size < kept.length ? kept : Arrays.copyOf(kept, size * 2);
            kept[size++] = hash;
        }
    }

    /** What was kept, rising, each once. */
    int[] sorted() {
        return Arrays.stream(kept, 0, size).sorted().distinct().toArray();
    }

    /** The share of the shorter text that is in the other too, from 0 to 1; 0 where a text is too short to tell. */
    static double contained(int[] one, int[] other) {
        int shorter = Math.min(one.length, other.length);
        int both = 0;
        int at = 0;
        for (int shingle : one) {
            while (at < other.length && other[at] < shingle) {
                at++;
            }
            both += at < other.length && other[at] == shingle ? 1 : 0;
        }
        return shorter < LEAST ? 0 : (double) both / shorter;
    }

    /** Mixed so that every bit depends on every word (the first half of the finaliser of MurmurHash3). */
    private int hash() {
        int hash = 0;
        for (int i = 0; i < LENGTH; i++) {
            hash = hash * 0x01000193 + words[(seen + i) % LENGTH];
        }
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        return hash ^ hash >>> 13;
    }
}
