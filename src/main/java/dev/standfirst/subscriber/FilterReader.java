package dev.standfirst.subscriber;

import dev.standfirst.subscriber.Condition.And;
import dev.standfirst.subscriber.Condition.Match;
import dev.standfirst.subscriber.Condition.Not;
import dev.standfirst.subscriber.Condition.Or;
import dev.standfirst.subscriber.Condition.Wanted;
import dev.standfirst.subscriber.Condition.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a filter by descending through its grammar, each character once:
 *
 * <pre>
 * any  = all { "or" all }          one  = "not" one | "(" any ")" | term
 * all  = one { ["and"] one }       term = [ name operator ] ( word | quoted )
 * </pre>
 */
final class FilterReader {

    private static final int DEPTH = 20;
    private static final int TERMS = 50;
    private static final List<String> OPERATORS = List.of("!=", ">=", "<=", ":", "=", ">", "<");

    private final String text;
    private int at;
    private int terms;

    FilterReader(String text) {
        this.text = text;
    }

    /** Ends the reading of a filter at the first thing that is wrong. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Filter.Parsed.Invalid told;

        Unreadable(int at, String reason) {
            super(reason, null, false, false);
            this.told = new Filter.Parsed.Invalid(at, "at character %d %s".formatted(at + 1, reason));
        }

        Filter.Parsed.Invalid told() {
            return told;
        }
    }

    Condition read() {
        checkCharacters();
        Condition all = any(0);
        if (at < text.length()) {
            throw new Unreadable(at, "a parenthesis is closed that was not opened; write \")\" to look for one");
        }
        return all;
    }

    private void checkCharacters() {
        if (text.length() > Filter.LENGTH) {
            throw new Unreadable(
                    Filter.LENGTH, "the filter gets too long; ask with %,d at most".formatted(Filter.LENGTH));
        }
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            boolean obeyed = Character.isISOControl(point) && !isSpace(point);
            if (obeyed || Character.getType(point) == Character.SURROGATE) {
                throw new Unreadable(i, "is a control character; leave it out");
            }
            i += Character.charCount(point) - 1;
        }
    }

    private Condition any(int depth) {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(all(depth));
        } while (keyword("or"));
        return parts.size() == 1 ? parts.get(0) : new Or(parts);
    }

    private Condition all(int depth) {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(one(depth));
        } while (keyword("and") || goesOn());
        return parts.size() == 1 ? parts.get(0) : new And(parts);
    }

    private boolean goesOn() {
        skipSpaces();
        return at < text.length() && text.charAt(at) != ')' && !isKeyword("or");
    }

    private Condition one(int depth) {
        skipSpaces();
        if (depth > DEPTH) {
            throw new Unreadable(at, "the parentheses get too deep; ask with %d at most".formatted(DEPTH));
        }
        if (keyword("not")) {
            return new Not(one(depth + 1));
        }
        if (at < text.length() && text.charAt(at) == '(') {
            return inParentheses(depth);
        }
        requireTerm();
        return term();
    }

    private Condition inParentheses(int depth) {
        int open = at++;
        Condition inner = any(depth + 1);
        skipSpaces();
        if (at == text.length()) {
            throw new Unreadable(open, "a parenthesis is opened and not closed; write \"(\" to look for one");
        }
        at++;
        return inner;
    }

    private void requireTerm() {
        if (at == text.length() || text.charAt(at) == ')' || isKeyword("or") || isKeyword("and")) {
            throw new Unreadable(
                    at, "something to look for is missing; words such as \"or\" can be looked for in quotation marks");
        }
        if (++terms > TERMS) {
            throw new Unreadable(at, "there are too many conditions; ask with %d at most".formatted(TERMS));
        }
    }

    private Condition term() {
        int start = at;
        if (text.charAt(at) == '"') {
            String quoted = quoted();
            Optional<String> operator = operator();
            return operator.isPresent()
                    ? new FilterTerm(start, quoted, operator.get(), value(start)).ofAttribute()
                    : word(start, new Wanted(quoted, Match.ANYWHERE));
        }
        String name = name();
        Optional<String> operator = name.isEmpty() ? Optional.empty() : operator();
        if (operator.isPresent()) {
            return new FilterTerm(start, name, operator.get(), value(start)).ofField();
        }
        at = start;
        return word(start, unquoted());
    }

    private static Condition word(int start, Wanted wanted) {
        if (wanted.text().isBlank()) {
            throw new Unreadable(start, "there is nothing to look for; write a part of a name or an address");
        }
        return new Word(new Wanted(wanted.text().toLowerCase(Locale.ROOT), wanted.match()));
    }

    private Wanted value(int start) {
        if (at < text.length() && text.charAt(at) == '"') {
            return new Wanted(quoted(), Match.WHOLE);
        }
        int from = at;
        Wanted value = unquoted();
        if (from == at) {
            throw new Unreadable(
                    from,
                    "there is nothing behind %s; values with spaces or parentheses stand in quotation marks"
                            .formatted(text.substring(start, from)));
        }
        return value.match() == Match.BEGINNING ? value : new Wanted(value.text(), Match.WHOLE);
    }

    /** Up to the next space or parenthesis; a star at its end says that more may follow. */
    private Wanted unquoted() {
        int start = at;
        while (at < text.length() && !isSpace(text.charAt(at)) && "()\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            throw new Unreadable(at, "a quotation mark stands in a word; put it in front, or write \"\\\"\" for one");
        }
        String word = text.substring(start, at);
        return word.endsWith("*")
                ? new Wanted(word.substring(0, word.length() - 1), Match.BEGINNING)
                : new Wanted(word, Match.ANYWHERE);
    }

    private String quoted() {
        int open = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length() && isEscaped(text.charAt(at + 1));
            at += escape ? 1 : 0;
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw new Unreadable(open, "a quotation mark is opened and not closed; write \"\\\"\" to look for one");
        }
        at++;
        return value.toString();
    }

    private static boolean isEscaped(char next) {
        return next == '"' || next == '\\';
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at), at == start)) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isNamePart(char c, boolean first) {
        boolean later = Character.isDigit(c) || "-_.".indexOf(c) >= 0;
        return Character.isLetter(c) || (later && !first);
    }

    private Optional<String> operator() {
        Optional<String> found =
                OPERATORS.stream().filter(one -> text.startsWith(one, at)).findFirst();
        found.ifPresent(one -> at += one.length());
        return found;
    }

    private boolean keyword(String word) {
        skipSpaces();
        boolean found = isKeyword(word);
        at += found ? word.length() : 0;
        return found;
    }

    private boolean isKeyword(String word) {
        int end = at + word.length();
        return text.regionMatches(true, at, word, 0, word.length())
                && (end == text.length() || isSpace(text.charAt(end)) || "()".indexOf(text.charAt(end)) >= 0);
    }

    private void skipSpaces() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }
}
