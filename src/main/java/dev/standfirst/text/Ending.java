package dev.standfirst.text;

/** How far the end of a sentence reaches: its marks, then what closes behind them, notes and emoji. */
final class Ending {

    private final Paragraph paragraph;
    private final Notes notes;

    Ending(Paragraph paragraph) {
        this.paragraph = paragraph;
        this.notes = new Notes(paragraph);
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
        return paragraph.isAt(at - 1, '.')
                && paragraph.markAt(at) == Mark.BLANK
                && paragraph.isAt(at + 1, '.')
                && (behind == Mark.BLANK || behind.isPaired());
    }

    /** "It ended. . . . The next": the stop is the sentence's, the dots stand for what is left out behind it. */
    private boolean isStopBeforeDots(int mark) {
        int dots = mark;
        while (isSpacedDot(dots + 1)) {
            dots += 2;
        }
        return dots == mark + 6
                && paragraph.isLetterAt(mark - 1)
                && paragraph.isCapitalAt(paragraph.skipBlanks(dots + 1));
    }

    private int further(int at, int afterMarks) {
        if (paragraph.markAt(at) == Mark.UNSEEN || notes.isSign(at)) {
            return at + 1;
        }
        int seen = paragraph.markAt(at) == Mark.BLANK ? at + 1 : at;
        if (paragraph.pairs().isClosing(seen)) {
            return seen + 1;
        }
        return switch (paragraph.markAt(seen)) {
            case EMOJI -> afterEmojiBeforeBlank(at, seen);
            case OPENING -> notes.afterBracket(at, seen, afterMarks);
            default -> at == seen ? notes.afterNumber(at, afterMarks) : at;
        };
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
}
