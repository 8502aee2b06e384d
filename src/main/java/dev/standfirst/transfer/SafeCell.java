package dev.standfirst.transfer;

/**
 * Cells that no spreadsheet takes for a formula, and that come back as they were.
 *
 * <p>An apostrophe is put in front of what starts like a formula: at the start of the cell, and behind every character
 * that some program takes for the end of a cell, since a file with commas may be opened where semicolons are expected.
 * Apostrophes before such a start count as part of it, so one that was there gets another, and taking one away again
 * gives the text back, whatever it was.
 */
public final class SafeCell {

    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\u2212";
    private static final String CELL_END = ",;|\t\r\n";

    /** What spreadsheets skip at the start of a cell, quotes among it. */
    private static final String SKIPPED = " '\"\u00A0\u200B\u200C\u200D\u2060\uFEFF\u3000";

    private SafeCell() {}

    /** The text, made safe. Most texts are it already and come back as the same object. */
    public static String close(String text) {
        StringBuilder safe = null;
        for (int at = 0; at < text.length(); at = nextStart(text, at)) {
            if (startsFormula(text, at, at == 0)) {
                safe = safe == null ? new StringBuilder(text) : safe;
                safe.insert(at + safe.length() - text.length(), '\'');
            }
        }
        return safe == null ? text : safe.toString();
    }

    /** The text that {@link #close} was given. */
    public static String open(String cell) {
        if (cell.indexOf('\'') < 0) {
            return cell;
        }
        StringBuilder text = new StringBuilder(cell);
        for (int at = 0; at < cell.length(); at = nextStart(cell, at)) {
            if (cell.charAt(at) == '\'' && startsFormula(cell, at + 1, at == 0)) {
                text.deleteCharAt(at + text.length() - cell.length());
            }
        }
        return text.toString();
    }

    /** Where the next cell would start behind a place, or the end of the text. */
    private static int nextStart(String text, int from) {
        int at = from;
        while (at < text.length() && CELL_END.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at + 1;
    }

    private static boolean startsFormula(String text, int from, boolean first) {
        int at = from;
        while (at < text.length() && SKIPPED.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return FORMULA.indexOf(c) >= 0 || (first && (c == '\t' || c == '\r'));
    }
}
