package dev.standfirst.text;

import java.util.BitSet;

/**
 * Where a paragraph is inside a quotation or a bracket. Only pairs count: an opening mark that nothing closes opens
 * nothing, and one stray mark costs nobody a sentence.
 *
 * <p>Which way a quotation mark faces is told by the blanks around it, since nearly each mark opens in one language and
 * closes in another; where they do not tell, it faces as in most languages. Time and memory are linear in the marks.
 */
final class Quotations {

    /** In characters: a pair that stands further apart is more likely two stray marks. */
    private static final int LONGEST = 2_000;

    /** Marks that belong together stand in one row; a mark closes what any of its row has opened. */
    private static final String[] FAMILIES = {
        "\"“”„‟＂`", "«»", "'’‘‚‛", "‹›", "()（）", "[]［］【】〔〕", "{}｛｝", "「」｢｣", "『』", "《》", "〈〉"
    };

    private static final String OPEN_BY_HABIT = "“«„‟‹‘‚‛`";
    private static final String LOW = "„‚";
    private static final String TURNED_BY_LOW = "“‘";
    private static final String TURNED_BY_ITSELF = "\"＂";

    private final String text;
    private final BitSet closing = new BitSet();

    /** Opening marks that nothing has closed so far. */
    private final Offsets open = new Offsets();

    private final int[] openOf = new int[FAMILIES.length];

    /** Outermost pairs, in order. */
    private final Offsets openings = new Offsets();

    private final Offsets closings = new Offsets();

    private int from;
    private int to;

    Quotations(String text) {
        this.text = text;
    }

    /** Begins a paragraph: what the last one left open is forgotten. */
    void begin(int from, int to) {
        this.from = from;
        this.to = to;
        open.clear();
        openings.clear();
        closings.clear();
        java.util.Arrays.fill(openOf, 0);
    }

    /** Reads the next mark of the paragraph. */
    void read(int at, Mark mark) {
        int family = familyOf(text.charAt(at));
        Facing facing = faces(at, mark, family);
        if (facing == Facing.OPEN) {
            open.add(at);
            openOf[family]++;
        } else if (facing == Facing.CLOSE) {
            closing.set(at);
            close(at, family);
        }
    }

    /** Whether the character here was read as a closing mark. */
    boolean isClosing(int at) {
        return closing.get(at);
    }

    /** Whether the place before this character is inside of a pair. */
    boolean holds(int place) {
        int before = openings.countBelow(place);
        return before > 0 && closings.get(before - 1) >= place;
    }

    private void close(int at, int family) {
        if (openOf[family] == 0) {
            return;
        }
        int opening;
        do {
            opening = open.last();
            open.removeLast();
            openOf[familyOf(text.charAt(opening))]--;
        } while (familyOf(text.charAt(opening)) != family);
        if (at - opening <= LONGEST) {
            keep(opening, at);
        }
    }

    private void keep(int opening, int at) {
        while (!openings.isEmpty() && openings.last() > opening) {
            openings.removeLast();
            closings.removeLast();
        }
        openings.add(opening);
        closings.add(at);
    }

    private enum Facing {
        OPEN,
        CLOSE,
        NEITHER
    }

    private Facing faces(int at, Mark mark, int family) {
        if (mark == Mark.OPENING || mark == Mark.CLOSING) {
            return mark == Mark.OPENING ? Facing.OPEN : Facing.CLOSE;
        }
        boolean afterGap = isAfterGap(at);
        boolean beforeGap = isBeforeGap(at);
        if (mark == Mark.APOSTROPHE) {
            return facesSingle(at, afterGap, beforeGap);
        }
        if (afterGap == beforeGap || isSetOff(at)) {
            return facesByHabit(at, family);
        }
        return afterGap ? Facing.OPEN : Facing.CLOSE;
    }

    /** A gap on one side only makes a quotation mark; the rest are apostrophes, but for what habit opens. */
    private Facing facesSingle(int at, boolean afterGap, boolean beforeGap) {
        if (afterGap && !beforeGap) {
            return Character.isDigit(text.charAt(at + 1)) ? Facing.NEITHER : Facing.OPEN;
        }
        if (!afterGap && closesSingle(at, beforeGap)) {
            return Facing.CLOSE;
        }
        return OPEN_BY_HABIT.indexOf(text.charAt(at)) >= 0 && !beforeGap ? Facing.OPEN : Facing.NEITHER;
    }

    private boolean closesSingle(int at, boolean beforeGap) {
        boolean ends = beforeGap || !Character.isLetterOrDigit(text.charAt(at - 1));
        return ends && openOf[familyOf(text.charAt(at))] > 0 && !isPlural(at);
    }

    /** "the dogs' bowls". */
    private boolean isPlural(int at) {
        return at + 2 < to
                && text.charAt(at - 1) == 's'
                && text.charAt(at + 1) == ' '
                && Character.isLowerCase(text.charAt(at + 2));
    }

    private Facing facesByHabit(int at, int family) {
        char c = text.charAt(at);
        if (TURNED_BY_ITSELF.indexOf(c) >= 0) {
            return openOf[family] > 0 ? Facing.CLOSE : Facing.OPEN;
        }
        boolean turned =
                TURNED_BY_LOW.indexOf(c) >= 0 && openOf[family] > 0 && LOW.indexOf(text.charAt(open.last())) >= 0;
        return OPEN_BY_HABIT.indexOf(c) >= 0 && !turned ? Facing.OPEN : Facing.CLOSE;
    }

    /** French sets a narrow blank inside of its quotation marks. */
    private boolean isSetOff(int at) {
        char c = text.charAt(at);
        return (c == '«' && at + 1 < to && isNarrow(text.charAt(at + 1)))
                || (c == '»' && at > from && isNarrow(text.charAt(at - 1)));
    }

    private static boolean isNarrow(char c) {
        return c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    private boolean isAfterGap(int at) {
        if (at == from) {
            return true;
        }
        char c = text.charAt(at - 1);
        Mark mark = Mark.of(c);
        return mark == Mark.BLANK || mark == Mark.DASH || mark == Mark.OPENING || "¿¡/".indexOf(c) >= 0;
    }

    private boolean isBeforeGap(int at) {
        if (at + 1 == to) {
            return true;
        }
        return switch (Mark.of(text.charAt(at + 1))) {
            case BLANK, DASH, CLOSING, COMMA, STOP, LOUD, DOTS, FINAL, LOCAL -> true;
            default -> false;
        };
    }

    private static int familyOf(char c) {
        int family = 0;
        while (FAMILIES[family].indexOf(c) < 0) {
            family++;
        }
        return family;
    }
}
