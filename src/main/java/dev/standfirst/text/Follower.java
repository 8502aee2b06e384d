package dev.standfirst.text;

import dev.standfirst.text.Abbreviations.Kind;

/** What follows a place where a sentence may end: the first word behind blanks, opening marks, dashes and bullets. */
final class Follower {

    /** In characters: longer words are in no list. */
    private static final int LONGEST_WORD = 20;

    private final Paragraph paragraph;
    private final int from;
    private final int first;

    Follower(Paragraph paragraph, int from) {
        this.paragraph = paragraph;
        this.from = from;
        int at = from;
        while (at < paragraph.to() && isOpener(at)) {
            at++;
        }
        this.first = at;
    }

    private boolean isOpener(int at) {
        return switch (paragraph.markAt(at)) {
            case BLANK, UNSEEN, OPENING, DASH, BULLET -> true;
            case QUOTE, APOSTROPHE -> !paragraph.pairs().isClosing(at);
            default -> isTurnedMark(paragraph.charAt(at)) || paragraph.charAt(at) == '*';
        };
    }

    private static boolean isTurnedMark(char c) {
        return c == '¿' || c == '¡';
    }

    Mark mark() {
        return paragraph.markAt(first);
    }

    /** Whether Spanish marks that open a sentence stand here. */
    boolean isTurnedOver() {
        for (int at = from; at < first; at++) {
            if (isTurnedMark(paragraph.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    boolean isSmall() {
        return Character.isLowerCase(letter());
    }

    /** "iPhone", "eBay": names that begin small, and sentences with them. */
    boolean isCamel() {
        return isSmall() && word().chars().anyMatch(Character::isUpperCase);
    }

    boolean isCapital() {
        return Character.isUpperCase(letter()) || Character.isTitleCase(letter());
    }

    boolean isDigit() {
        return Character.isDigit(letter());
    }

    /** Whether the sentence goes on with a comma, a closing bracket, or a mark that ends it later. */
    boolean isPunctuation() {
        return first == from && (goesOn(mark()) || paragraph.pairs().isClosing(first));
    }

    private boolean goesOn(Mark mark) {
        return switch (mark) {
            case COMMA, CLOSING, LOCAL, FINAL, LOUD -> true;
            case STOP, DOTS -> !isDotsBeforeWord();
            default -> false;
        };
    }

    /** "...and so it went", ". . . The rest": dots that open a sentence. */
    boolean isDotsBeforeWord() {
        int at = first;
        int dots = 0;
        while (isDot(at)) {
            dots += paragraph.charAt(at) == '.' ? 1 : 2;
            boolean spaced = paragraph.markAt(at + 1) == Mark.BLANK && dots <= 3;
            at += spaced ? 2 : 1;
        }
        return dots > 1 && paragraph.isLetterAt(at);
    }

    private boolean isDot(int at) {
        return paragraph.isAt(at, '.') || paragraph.isAt(at, '…');
    }

    /** The first character of the word; a blank where nothing but opening marks follows. */
    int letter() {
        return first < paragraph.to() ? paragraph.text().codePointAt(first) : ' ';
    }

    boolean isUnspaced() {
        return Scripts.isUnspaced(letter());
    }

    /**
     * The word, up to an apostrophe or anything else that is no letter; a letter with a stop is an initial and none.
     */
    String word() {
        return wordAt(first);
    }

    boolean is(Kind kind) {
        String word = word();
        return !word.isEmpty() && paragraph.words().is(word, kind);
    }

    /** Whether the word after the next begins with a capital. */
    boolean isBeforeCapital() {
        return paragraph.isCapitalAt(paragraph.skipBlanks(first + word().length()));
    }

    /** "Vol. IV", "No. X", but not "no. I did". */
    boolean isRomanNumber() {
        return Numerals.isRoman(word()) && !is(Kind.STARTER);
    }

    /** "Anna said", "Anna Miller said". */
    boolean isSpeaker() {
        if (isUnspaced()) {
            return word().chars().limit(5).anyMatch(c -> paragraph.words().is(Character.toString(c), Kind.SAYS));
        }
        int at = first;
        for (int words = 0; words < 2; words++) {
            at = paragraph.skipBlanks(at + wordAt(at).length());
            String verb = wordAt(at);
            if (!verb.isEmpty() && paragraph.words().is(verb, Kind.SAYS)) {
                return true;
            }
        }
        return false;
    }

    private String wordAt(int at) {
        int end = at;
        int to = Math.min(paragraph.to(), at + LONGEST_WORD);
        while (end < to && Character.isLetter(paragraph.charAt(end))) {
            end++;
        }
        boolean initial = end == at + 1 && end < paragraph.to() && paragraph.charAt(end) == '.';
        return initial ? "" : paragraph.text().substring(at, end);
    }
}
