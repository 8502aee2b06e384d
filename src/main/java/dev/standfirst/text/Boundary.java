package dev.standfirst.text;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** Decides at each terminal mark of one paragraph whether a sentence ends there. */
final class Boundary {

    /** Marks that end a sentence wherever they stand outside of a quotation: scripts without capital letters. */
    private static final String ABSOLUTE = "。！？｡؟۔।॥։\u037E፧။";

    private static final String CLOSERS = "\"”’'»›」』）)】》〉]“‘";
    private static final String OPENERS = "\"“‘'«‹„‚「『（([¿¡—–-•*";

    private final String line;
    private final Abbreviations words;
    private final Quotations quotations;
    private final boolean german;

    Boundary(String line, Locale language) {
        this.line = line;
        this.words = Abbreviations.of(language);
        this.quotations = new Quotations(line);
        this.german = language.getLanguage().equals("de");
    }

    static boolean isTerminal(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || ABSOLUTE.indexOf(c) >= 0;
    }

    /** The end of a cluster of marks that begins here, with the quotation marks and brackets that close behind it. */
    int end(int mark) {
        int end = mark + 1;
        while (end < line.length() && isTerminal(line.charAt(end))) {
            end++;
        }
        while (end < line.length() && isSpacedDots(end)) {
            end += 2;
        }
        while (end < line.length() && closes(end)) {
            end++;
        }
        return isSetOffGuillemet(end) ? end + 2 : end;
    }

    /** French sets a blank inside its quotation marks. */
    private boolean isSetOffGuillemet(int at) {
        return at + 1 < line.length() && isBlank(at) && line.charAt(at + 1) == '»';
    }

    /** Whether a sentence ends with the cluster from {@code mark} to {@code end}. */
    boolean isAt(int mark, int end) {
        if (end >= line.length()) {
            return true;
        }
        if (quotations.holds(end - 1)) {
            return false;
        }
        return ABSOLUTE.indexOf(line.charAt(mark)) >= 0 ? !isQuotedPart(end) : isBeforeStart(mark, end);
    }

    /** "「…。」と言った": a quotation that the sentence goes on behind. */
    private boolean isQuotedPart(int end) {
        boolean closed = "」』）".indexOf(line.charAt(end - 1)) >= 0;
        return closed && UnicodeScript.of(line.codePointAt(end)) == UnicodeScript.HIRAGANA;
    }

    private boolean isBeforeStart(int mark, int end) {
        boolean stop = line.charAt(mark) == '.';
        int next = skipBlank(end);
        if (next == end) {
            return stop && isMissingSpace(mark, end);
        }
        boolean abbreviation = stop && end - mark <= 2 && next < line.length() && isAbbreviation(mark, next);
        return next >= line.length() || (isStart(next) && !abbreviation);
    }

    /** ". . ." is one ellipsis. */
    private boolean isSpacedDots(int at) {
        return line.charAt(at - 1) == '.'
                && line.charAt(at) == ' '
                && at + 1 < line.length()
                && line.charAt(at + 1) == '.';
    }

    /** A mark that looks the same at both ends closes when no blank is before it and none but a blank behind. */
    private boolean closes(int at) {
        char c = line.charAt(at);
        boolean ambiguous = "\"'“‘’".indexOf(c) >= 0;
        boolean closer = CLOSERS.indexOf(c) >= 0;
        return closer && (!ambiguous || at + 1 == line.length() || !Character.isLetterOrDigit(line.charAt(at + 1)));
    }

    private boolean isStart(int at) {
        int first = at;
        while (first < line.length() && isOpener(line.charAt(first))) {
            first++;
        }
        if (first == line.length()) {
            return true;
        }
        int c = line.codePointAt(first);
        return !Character.isLowerCase(c) && (first > at || !isPunctuation(c));
    }

    private static boolean isOpener(char c) {
        return c == ' ' || OPENERS.indexOf(c) >= 0;
    }

    private static boolean isPunctuation(int c) {
        return ",;:.!?)]}%".indexOf(c) >= 0;
    }

    /** "the end.Then": a small letter, a stop and a capitalised word, and no address or file name around. */
    private boolean isMissingSpace(int mark, int end) {
        if (end - mark > 1 || mark < 3 || end + 1 >= line.length()) {
            return false;
        }
        boolean word = Character.isLowerCase(line.charAt(mark - 1)) && Character.isLowerCase(line.charAt(mark - 2));
        boolean start = Character.isUpperCase(line.charAt(end)) && Character.isLowerCase(line.charAt(end + 1));
        return word && start && tokenBefore(mark).chars().noneMatch(c -> "./@".indexOf(c) >= 0);
    }

    private boolean isAbbreviation(int mark, int next) {
        String token = tokenBefore(mark);
        String lower = strip(token).toLowerCase(Locale.ROOT);
        if (words.before().contains(lower)) {
            return true;
        }
        boolean starts = words.starters().contains(wordAt(next).toLowerCase(Locale.ROOT));
        if (words.inside().contains(lower) || isInitial(token)) {
            return !starts;
        }
        boolean lettersWithStops = lower.matches("(\\p{L}\\.){1,4}\\p{L}");
        return isNumbering(token, mark, next) || (lettersWithStops && !starts);
    }

    /** A single letter: an initial, or a part of "z. B.", unless it is the word "I". */
    private static boolean isInitial(String token) {
        String bare = strip(token);
        return bare.length() == 1 && Character.isLetter(bare.charAt(0)) && !bare.equals("I");
    }

    /** "1. First" at the start of a line; in German "3. Mai" too, where a number is followed by its noun. */
    private boolean isNumbering(String token, int mark, int next) {
        if (!token.matches("\\d{1,3}")) {
            return false;
        }
        boolean first = line.substring(0, mark - token.length()).isBlank();
        boolean ordinal = german
                && token.length() <= 2
                && Character.isLetter(line.charAt(next))
                && !words.starters().contains(wordAt(next).toLowerCase(Locale.ROOT));
        return first || ordinal;
    }

    private String tokenBefore(int mark) {
        int from = mark;
        while (from > 0 && !isBlank(from - 1)) {
            from--;
        }
        return line.substring(from, mark);
    }

    private static String strip(String token) {
        int from = 0;
        while (from < token.length() && !Character.isLetterOrDigit(token.charAt(from))) {
            from++;
        }
        return token.substring(from);
    }

    private String wordAt(int at) {
        int from = at;
        while (from < line.length() && !Character.isLetterOrDigit(line.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < line.length() && Character.isLetterOrDigit(line.charAt(to))) {
            to++;
        }
        return line.substring(from, to);
    }

    private boolean isBlank(int at) {
        return Character.isWhitespace(line.charAt(at)) || Character.isSpaceChar(line.charAt(at));
    }

    private int skipBlank(int at) {
        int next = at;
        while (next < line.length() && isBlank(next)) {
            next++;
        }
        return next;
    }
}
