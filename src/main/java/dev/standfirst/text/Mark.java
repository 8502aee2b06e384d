package dev.standfirst.text;

import java.util.Arrays;

/** What a character is to somebody who looks for the ends of sentences. */
enum Mark {
    /** A letter, a digit, or a sign that says nothing here. */
    NONE,
    BLANK,
    /** Takes no place on the line: marks of direction, joiners, control characters. */
    UNSEEN,
    /** The full stop, which also shortens, counts and joins. */
    STOP,
    /** "!" and "?". */
    LOUD,
    /** Three dots in one character. */
    DOTS,
    /** Ends a sentence and nothing else. */
    FINAL,
    /** Ends a sentence behind a letter of one script, and is another mark elsewhere: see {@link Scripts}. */
    LOCAL,
    EMOJI,
    /** Opens, whatever stands around it. */
    OPENING,
    /** Closes, whatever stands around it. */
    CLOSING,
    /** A quotation mark that opens or closes, as the language has it. */
    QUOTE,
    /** A single quotation mark or an apostrophe. */
    APOSTROPHE,
    DASH,
    BULLET,
    /** Goes on with what was said: no sentence begins with it. */
    COMMA,
    /** A letter of a script that sets blanks between sentences and no marks. */
    THAI;

    private static final Mark[] TABLE = new Mark[Character.MAX_VALUE + 1];
    private static final boolean[] NOTED = new boolean[TABLE.length];

    static {
        for (int c = 0; c < TABLE.length; c++) {
            TABLE[c] = ofKind((char) c);
        }
        setAll(UNSEEN, '\uFE00', '\uFE0F');
        setAll(THAI, '\u0E01', '\u0E4E');
        setAll(EMOJI, '\u2600', '\u2757');
        setAll(EMOJI, '\uD83C', '\uD83E');
        set(EMOJI, "❤");
        set(STOP, ".");
        set(LOUD, "!?‼⁇⁈⁉‽⸮");
        set(DOTS, "…");
        set(FINAL, "。！？｡．؟۔।॥։\u037E።፧፨။។៕");
        set(LOCAL, ":;|፡");
        set(OPENING, "([{（［｛【〔《〈「『｢");
        set(CLOSING, ")]}）］｝】〕》〉」』｣");
        set(QUOTE, "\"“”„‟«»＂`‹›");
        set(APOSTROPHE, "'’‘‚‛");
        set(DASH, "-–—―‒⸺");
        set(BULLET, "•⁃‣◦▪▫●○■□►▶");
        set(COMMA, ",%،؛、，；：·՝");
        set(BLANK, "\uFEFF");
        for (int c = 0; c < TABLE.length; c++) {
            NOTED[c] = TABLE[c].isNoted();
        }
    }

    /** What a character is. Of an emoji outside of the basic plane, its first half. */
    static Mark of(char c) {
        return TABLE[c];
    }

    /** The offset of the next character that must be noted when a text is read, or {@code to}; nearly none must. */
    static int nextNoted(String text, int from, int to) {
        int at = from;
        while (at < to && !NOTED[text.charAt(at)]) {
            at++;
        }
        return at;
    }

    private static Mark ofKind(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return BLANK;
        }
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? UNSEEN : NONE;
    }

    private static void setAll(Mark mark, char first, char last) {
        Arrays.fill(TABLE, first, last + 1, mark);
    }

    private static void set(Mark mark, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            TABLE[characters.charAt(i)] = mark;
        }
    }

    /** Whether a sentence may end with it. */
    boolean isTerminal() {
        return this == STOP || this == LOUD || this == DOTS || this == FINAL;
    }

    private boolean isNoted() {
        return isTerminal() || isPaired() || this == LOCAL || this == EMOJI || this == THAI;
    }

    /** Whether it may begin or end what {@link Quotations} keep together. */
    boolean isPaired() {
        return this == OPENING || this == CLOSING || this == QUOTE || this == APOSTROPHE;
    }
}
