package dev.standfirst.text;

/** How far the end of a sentence reaches: its marks, then what closes behind them, notes and emoji. */
final class Ending {

    /** In characters: "[citation needed]" is a note, a longer bracket is not. */
    private static final int LONGEST_NOTE = 30;

    private final Paragraph paragraph;

    Ending(Paragraph paragraph) {
        this.paragraph = paragraph;
    }

    /** The offset after a cluster of marks: "?!", "...", ". . .", or a row of emoji. */
    int afterMarks(int mark) {
        return switch (paragraph.markAt(mark)) {
            case DASH -> mark + 1;
            case EMOJI -> afterEmoji(mark);
            case LOCAL -> afterRow(mark);
            default -> isStopBeforeDots(mark) ? mark + 1 : afterTerminals(mark);
        };
    }

    /** The offset after all that belongs to the end of a sentence whose marks end here. */
    int afterClosers(int afterMarks) {
        int end = afterMarks;
        int further = further(end, afterMarks);
        while (further > end) {
            end = further;
            further = further(end, afterMarks);
        }
        return end;
    }

    private int afterTerminals(int mark) {
        int end = mark;
        while (paragraph.markAt(end).isTerminal()) {
            end++;
            while (isSpacedDot(end)) {
                end += 2;
            }
        }
        return end;
    }

    private int afterRow(int mark) {
        int end = mark;
        while (end < paragraph.to() && paragraph.charAt(end) == paragraph.charAt(mark)) {
            end++;
        }
        return end;
    }

    /** ". . ." is one ellipsis; a dot that a word or another dot follows belongs to what comes. */
    private boolean isSpacedDot(int at) {
        Mark behind = paragraph.markAt(at + 2);
        return at + 1 < paragraph.to()
                && paragraph.charAt(at - 1) == '.'
                && paragraph.markAt(at) == Mark.BLANK
                && paragraph.charAt(at + 1) == '.'
                && (behind == Mark.BLANK || behind.isPaired());
    }

    /** "It ended. . . . The next": the stop is the sentence's, the dots stand for what is left out behind it. */
    private boolean isStopBeforeDots(int mark) {
        int dots = mark;
        while (isSpacedDot(dots + 1)) {
            dots += 2;
        }
        int next = paragraph.skipBlanks(dots + 1);
        return dots == mark + 6
                && Character.isLetter(mark == paragraph.from() ? ' ' : paragraph.charAt(mark - 1))
                && next < paragraph.to()
                && Character.isUpperCase(paragraph.charAt(next));
    }

    private int further(int at, int afterMarks) {
        if (at >= paragraph.to()) {
            return at;
        }
        if (paragraph.markAt(at) == Mark.UNSEEN
                || paragraph.pairs().isClosing(at)
                || isNoteSign(paragraph.charAt(at))) {
            return at + 1;
        }
        int seen = paragraph.markAt(at) == Mark.BLANK ? at + 1 : at;
        if (seen > at && paragraph.pairs().isClosing(seen)) {
            return seen + 1;
        }
        return switch (paragraph.markAt(seen)) {
            case EMOJI -> afterEmojiBeforeBlank(at, seen);
            case OPENING -> afterNote(at, seen, afterMarks);
            default -> at == seen ? afterNoteNumber(at, afterMarks) : at;
        };
    }

    private static boolean isNoteSign(char c) {
        return "¹²³†‡".indexOf(c) >= 0 || (c >= '\u2070' && c <= '\u2079');
    }

    private int afterEmojiBeforeBlank(int at, int seen) {
        int end = afterEmoji(seen);
        return paragraph.markAt(end) == Mark.BLANK ? end : at;
    }

    private int afterEmoji(int mark) {
        int end = mark;
        while (end < paragraph.to() && isEmojiPart(paragraph.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isEmojiPart(char c) {
        return Mark.of(c) == Mark.EMOJI || Mark.of(c) == Mark.UNSEEN || Character.isLowSurrogate(c);
    }

    /** "[1]", "[citation needed]"; behind a blank only a number or what follows one. */
    private int afterNote(int at, int opening, int afterMarks) {
        if (paragraph.charAt(opening) != '[') {
            return at;
        }
        int to = Math.min(paragraph.to(), opening + LONGEST_NOTE);
        int close = opening + 1;
        while (close < to
                && paragraph.charAt(close) != ']'
                && !paragraph.markAt(close).isTerminal()) {
            close++;
        }
        boolean closed = close < to && paragraph.charAt(close) == ']' && close > opening + 1;
        boolean numbered = closed && (Character.isDigit(paragraph.charAt(opening + 1)) || at > afterMarks);
        return closed && (numbered || at == opening) ? close + 1 : at;
    }

    /** "as they say.10 The next": the number of a note, raised on the page. */
    private int afterNoteNumber(int at, int afterMarks) {
        int end = at;
        while (end < paragraph.to() && end - at < 4 && Character.isDigit(paragraph.charAt(end))) {
            end++;
        }
        boolean number = end > at && end - at < 4 && paragraph.markAt(end) == Mark.BLANK;
        boolean behindWord = afterMarks - 2 >= paragraph.from() && isWordEnd(paragraph.charAt(afterMarks - 2));
        return number && behindWord ? end : at;
    }

    private static boolean isWordEnd(char c) {
        return Character.isLowerCase(c) || c == ')' || c == '”' || c == '"' || c == '»';
    }
}
