package dev.standfirst.transfer;

import java.util.Random;

/**
 * Which addresses a file had already, and on which line. It keeps a hash of 64 bits of each instead of the text: 12
 * bytes where text takes a hundred. Two of a million addresses have the same by chance once in forty million files;
 * what is hashed is mixed with a number of its own, so that nobody can write a file for it.
 */
final class SeenLines {

    private final long seed = new Random().nextLong();
    private final long[] hashes;
    private final int[] lines;
    private final int mask;

    /** @param most how many addresses there will be at most */
    SeenLines(long most) {
        int slots = Integer.highestOneBit((int) Math.max(16, most * 3 / 2)) << 1;
        hashes = new long[slots];
        lines = new int[slots];
        mask = slots - 1;
    }

    /**
     * Notes an address.
     *
     * @return the line that had it before, or 0
     */
    int put(String normal, long line) {
        long hash = hash(normal);
        int slot = (int) hash & mask;
        while (lines[slot] != 0) {
            if (hashes[slot] == hash) {
                return lines[slot];
            }
            slot = slot + 1 & mask;
        }
        hashes[slot] = hash;
        lines[slot] = (int) line;
        return 0;
    }

    /** FNV-1a over 64 bits from a secret start, mixed as MurmurHash3 does at its end. */
    private long hash(String text) {
        long hash = seed ^ 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 33) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ hash >>> 33) * 0xC4CEB9FE1A85EC53L;
        return hash ^ hash >>> 33;
    }
}
