package dev.standfirst.text;

import java.util.List;

/**
 * The items of a list that runs on in one paragraph: "1. Flour 2. Eggs", "a) flour b) eggs", "• flour • eggs". Only a
 * paragraph that begins with the first of them is such a list.
 */
final class ListItems {

    private static final Offsets NONE = new Offsets();
    private static final int LONGEST_NUMBER = 4;
    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

    private final Paragraph paragraph;
    private final Offsets begins = new Offsets();

    private ListItems(Paragraph paragraph) {
        this.paragraph = paragraph;
    }

    /** The offsets where items begin, but for the first. */
    static Offsets in(Paragraph paragraph) {
        int at = paragraph.skipBlanks(paragraph.from());
        if (at == paragraph.to()) {
            return NONE;
        }
        ListItems items = new ListItems(paragraph);
        if (paragraph.markAt(at) == Mark.BULLET) {
            items.findBullets(at);
        } else {
            items.findNumbers(at);
        }
        return items.begins;
    }

    private void findBullets(int first) {
        char bullet = paragraph.charAt(first);
        for (int at = next(bullet, first + 1); at > 0; at = next(bullet, at + 1)) {
            if (paragraph.markAt(at - 1) == Mark.BLANK && !paragraph.pairs().holds(at)) {
                begins.add(at);
            }
        }
    }

    private int next(char bullet, int from) {
        int at = from;
        while (at < paragraph.to() && paragraph.charAt(at) != bullet) {
            at++;
        }
        return at < paragraph.to() ? at : -1;
    }

    /** A bracket or none, a number, and what ends it: each next item is written as the first was. */
    private void findNumbers(int first) {
        String before = paragraph.isAt(first, '(') ? "(" : "";
        int number = first + before.length();
        int end = afterNumber(number);
        String behind = closerAt(end);
        if (end == number || behind.isEmpty()) {
            return;
        }
        String line = paragraph.text().substring(paragraph.from(), paragraph.to());
        String following = following(paragraph.text().substring(number, end));
        int at = end;
        while (!following.isEmpty() && at >= 0) {
            at = find(line, before + following + behind, at);
            following = following(following);
        }
    }

    private int afterNumber(int from) {
        int end = from;
        while (end - from < LONGEST_NUMBER && (paragraph.isDigitAt(end) || paragraph.isLetterAt(end))) {
            end++;
        }
        return end;
    }

    private String closerAt(int at) {
        for (String closer : new String[] {".)", ")", "."}) {
            boolean fits = paragraph.text().startsWith(closer, at) && at + closer.length() < paragraph.to();
            if (fits && paragraph.markAt(at + closer.length()) == Mark.BLANK) {
                return closer;
            }
        }
        return "";
    }

    private int find(String line, String item, int from) {
        int at = line.indexOf(item, from - paragraph.from());
        while (at >= 0) {
            int begin = paragraph.from() + at;
            if (isItem(begin, begin + item.length())) {
                begins.add(begin);
                return begin;
            }
            at = line.indexOf(item, at + 1);
        }
        return -1;
    }

    /**
     * A blank on either side, a capital or any other start behind it, and no short word before: "1. Mai bis 2. Mai".
     */
    private boolean isItem(int at, int end) {
        int next = paragraph.skipBlanks(end);
        boolean apart = paragraph.markAt(at - 1) == Mark.BLANK && paragraph.markAt(end) == Mark.BLANK;
        return apart && next < paragraph.to() && !paragraph.pairs().holds(at) && !isShortWordBefore(at - 1);
    }

    private boolean isShortWordBefore(int end) {
        int from = end;
        while (from > paragraph.from() && end - from < 4 && Character.isLowerCase(paragraph.charAt(from - 1))) {
            from--;
        }
        return end - from > 0 && end - from < 4 && paragraph.markAt(from - 1) == Mark.BLANK;
    }

    private static String following(String counted) {
        if (Numerals.isDigits(counted)) {
            return counted.length() > 3 ? "" : String.valueOf(Integer.parseInt(counted) + 1);
        }
        int roman = ROMAN.indexOf(counted);
        if (roman >= 0 && roman + 1 < ROMAN.size()) {
            return ROMAN.get(roman + 1);
        }
        boolean letter =
                counted.length() == 1 && Scripts.hasCase(counted.charAt(0)) && "zZ".indexOf(counted.charAt(0)) < 0;
        return letter ? String.valueOf((char) (counted.charAt(0) + 1)) : "";
    }
}
