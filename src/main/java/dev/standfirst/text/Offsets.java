package dev.standfirst.text;

import java.util.Arrays;

/** Offsets in ascending order: a list of numbers without an object for each. */
final class Offsets {

    private int[] offsets = new int[64];
    private int size;

    void add(int offset) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size++] = offset;
    }

    int get(int index) {
        return offsets[index];
    }

    int last() {
        return offsets[size - 1];
    }

    void removeLast() {
        size--;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /** How many offsets are smaller than this one. */
    int countBelow(int offset) {
        int index = Arrays.binarySearch(offsets, 0, size, offset);
        return index < 0 ? -index - 1 : index;
    }
}
