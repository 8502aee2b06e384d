package dev.standfirst.text;

/**
 * Finds the words of a text, one after the other, looking at each character once or twice: runs of letters, figures and
 * their marks. Apostrophes and hyphens join letters, stops and commas join figures (Unicode Standard Annex 29, with
 * hyphens and ampersands besides). A run of characters of a script without spaces is one find.
 */
final class WordScanner {

    private static final int STARTS = CharKinds.IN_WORD | CharKinds.SPACELESS;
    private static final int LETTERS = CharKinds.LETTER | CharKinds.CAPITAL;
    private static final int FIRST_HEBREW = 0x0590;
    private static final int LAST_HEBREW = 0x05FF;

    private final char[] text;
    private final int end;
    private int from;
    private int to;
    private int kinds;
    private int hyphens;

    /** Kind of the last character that shows, what it is, and how many follow the last joint. */
    private int before;

    private int charBefore;
    private int sinceJoint;

    WordScanner(char[] text) {
        this.text = text;
        this.end = text.length;
    }

    /** Goes to the next word or run; false at the end of the text. */
    boolean next() {
        int at = to;
        int c = 0;
        int kind = 0;
        while (at < end) {
            c = codePoint(at);
            kind = CharKinds.of(c);
            if ((kind & STARTS) != 0) {
                break;
            }
            at += width(c);
        }
        from = at;
        kinds = kind;
        hyphens = 0;
        if (at < end) {
            read(at, c, kind);
        }
        return at < end;
    }

    /** Offset of its first character. */
    int from() {
        return from;
    }

    /** Offset after its last. */
    int to() {
        return to;
    }

    /** The bits of its characters, see {@link CharKinds}. */
    int kinds() {
        return kinds;
    }

    /** How many hyphens join it. */
    int hyphens() {
        return hyphens;
    }

    private void read(int first, int c, int kind) {
        boolean spaceless = (kind & CharKinds.SPACELESS) != 0;
        int goesOn = spaceless ? CharKinds.SPACELESS : CharKinds.IN_WORD;
        sinceJoint = 0;
        int at = first;
        int next = c;
        int nextKind = kind;
        while ((nextKind & (goesOn | CharKinds.MARK)) != 0 || isInside(spaceless, next, nextKind, at)) {
            at += width(next);
            if ((nextKind & goesOn) != 0) {
                at = letters(at, next, nextKind, goesOn);
            } else if ((nextKind & CharKinds.MARK) != 0) {
                to = at;
            }
            kinds |= nextKind;
            if (at >= end) {
                return;
            }
            next = codePoint(at);
            nextKind = CharKinds.of(next);
        }
    }

    /** Takes a letter and those right behind it; this is where a text is read, so nothing else happens here. */
    private int letters(int from, int first, int firstKind, int goesOn) {
        int seen = firstKind;
        int kind = firstKind;
        int at = from;
        while (at < end) {
            int next = CharKinds.of(text[at]);
            if ((next & goesOn) == 0) {
                break;
            }
            kind = next;
            seen |= next;
            at++;
        }
        kinds |= seen;
        before = kind;
        charBefore = at > from ? text[at - 1] : first;
        sinceJoint += 1 + at - from;
        to = at;
        return at;
    }

    private int codePoint(int at) {
        char c = text[at];
        return isHigh(c) ? Character.codePointAt(text, at, end) : c;
    }

    private boolean isInside(boolean spaceless, int c, int kind, int at) {
        return kind == CharKinds.UNSEEN || (!spaceless && joins(c, kind, at + 1));
    }

    /** Whether a sign holds what stands before it together with what comes after; counts it then. */
    private boolean joins(int joint, int kind, int at) {
        if ((kind & CharKinds.JOINT) == 0 || sinceJoint == 0 || !joins(joint, at)) {
            return false;
        }
        hyphens += isHyphen(joint) ? 1 : 0;
        sinceJoint = 0;
        return true;
    }

    private boolean joins(int joint, int at) {
        int next = skipUnseen(at);
        int c = next < end ? Character.codePointAt(text, next, end) : 0;
        int after = CharKinds.of(c);
        boolean letters = (before & LETTERS) != 0 && (after & LETTERS) != 0;
        return switch (joint) {
            case ',' -> isFigures(after);
            case '.' -> isFigures(after) || (letters && isInitials(next + width(c)));
            case ':' -> letters && (before & CharKinds.CAPITAL) != 0 && (after & CharKinds.LETTER) != 0;
            case '&' -> letters;
            case '·' -> letters && charBefore == c;
            case '"', '״' -> letters && isHebrew(charBefore) && isHebrew(c);
            default -> (before & CharKinds.IN_WORD) != 0 && (after & CharKinds.IN_WORD) != 0;
        };
    }

    private boolean isFigures(int after) {
        return (before & after & CharKinds.DIGIT) != 0;
    }

    /** U.S, but not J.Smith. */
    private boolean isInitials(int next) {
        return sinceJoint == 1 && (next >= end || (CharKinds.of(text[next]) & (STARTS | CharKinds.MARK)) == 0);
    }

    private int skipUnseen(int from) {
        int at = from;
        while (at < end && CharKinds.of(text[at]) == CharKinds.UNSEEN) {
            at++;
        }
        return at;
    }

    static boolean isHyphen(int c) {
        return c == '-' || c == '‐' || c == '‑';
    }

    private static boolean isHebrew(int c) {
        return c >= FIRST_HEBREW && c <= LAST_HEBREW;
    }

    private static boolean isHigh(int c) {
        return c >= Character.MIN_HIGH_SURROGATE && c <= Character.MAX_HIGH_SURROGATE;
    }

    private static int width(int c) {
        return c > 0xFFFF ? 2 : 1;
    }
}
