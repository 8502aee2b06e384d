package dev.standfirst.metadata;

import java.util.Arrays;

/**
 * Finds which of many parts a name holds, in one pass (a trie that is entered at every letter): a page has thousands of
 * names, and looking for each part in each of them costs more than all else that is read of the page.
 */
final class NameParts {

    private static final int LETTERS = 128;

    private int[][] next = {new int[LETTERS]};
    private int[] marks = {0};

    /** The same parts, and these, which say this of a name. In lower case; letters beyond ASCII are not looked for. */
    NameParts and(int mark, String... parts) {
        for (String part : parts) {
            int node = 0;
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                if (next[node][c] == 0) {
                    next[node][c] = grow();
                }
                node = next[node][c];
            }
            marks[node] |= mark;
        }
        return this;
    }

    private int grow() {
        int size = next.length;
        next = Arrays.copyOf(next, size + 1);
        next[size] = new int[LETTERS];
        marks = Arrays.copyOf(marks, size + 1);
        return size;
    }

    /** What all parts that are anywhere in a name say of it. */
    int anywhere(String name) {
        int found = 0;
        for (int start = 0; start < name.length(); start++) {
            found |= from(name, start, false);
        }
        return found;
    }

    /** What the parts say with which one of the words begins, and ends but for a plural. */
    int atWords(String name) {
        int found = 0;
        for (int start = 0; start >= 0 && start < name.length(); ) {
            found |= from(name, start, true);
            int gap = name.indexOf(' ', start);
            start = gap < 0 ? -1 : gap + 1;
        }
        return found;
    }

    private int from(String name, int start, boolean whole) {
        int found = 0;
        int node = 0;
        for (int i = start; i < name.length(); i++) {
            node = next(node, name.charAt(i));
            if (node == 0) {
                break;
            }
            found |= marks[node] != 0 && (!whole || isWhole(name, i + 1)) ? marks[node] : 0;
        }
        return found;
    }

    private int next(int node, char letter) {
        int small = letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter;
        return small < LETTERS ? next[node][small] : 0;
    }

    private static boolean isWhole(String name, int end) {
        int next = end < name.length() && name.charAt(end) == 's' ? end + 1 : end;
        return next >= name.length() || !Character.isLetter(name.charAt(next));
    }
}
