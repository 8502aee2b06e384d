package dev.standfirst.text;

import dev.standfirst.text.Fact.Moment;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Facts as the database keeps them: {@code =KEY}, and each value behind a tab with a sign of its kind. The facts of a
 * list stand in lines, their values behind a vertical tab. What does not read like that is words.
 */
final class KeptFact {

    private static final String VALUE = "\t";
    private static final String LINE = "\n";
    private static final int LONGEST_TEXT = 1000;
    private static final String INNER_VALUE = "\u000b";

    private KeptFact() {}

    static String write(Fact fact) {
        boolean reads = fact.isWords() && !fact.english().startsWith("=");
        return reads ? fact.english() : write(fact, VALUE);
    }

    static Fact read(String kept) {
        try {
            return kept.startsWith("=") ? read(kept, VALUE) : Fact.words(kept);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Fact.words(kept);
        }
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private static String write(Fact fact, String separator) {
        StringBuilder kept = new StringBuilder("=").append(fact.key());
        fact.values().forEach(value -> kept.append(separator).append(value(value)));
        return kept.toString();
    }

    private static String value(Object value) {
        if (value instanceof Number number) {
            return "#" + number.longValue();
        }
        if (value instanceof Moment moment) {
            return "@" + moment.key() + " " + moment.at();
        }
        if (value instanceof Fact fact) {
            return value(List.of(fact));
        }
        if (value instanceof List<?> facts) {
            return "["
                    + facts.stream().map(one -> write((Fact) one, INNER_VALUE)).collect(Collectors.joining(LINE));
        }
        return "'" + OneLine.of(value.toString(), LONGEST_TEXT);
    }

    private static Fact read(String kept, String separator) {
        String[] parts = kept.split(separator, -1);
        String key = parts[0].substring(1);
        if (!English.WORDS.knows(key)) {
            throw new IllegalArgumentException("there is no fact " + key);
        }
        List<Object> values = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            values.add(valueOf(parts[i]));
        }
        return new Fact(key, values);
    }

    private static Object valueOf(String part) {
        String value = part.isEmpty() ? "" : part.substring(1);
        return switch (part.isEmpty() ? ' ' : part.charAt(0)) {
            case '#' -> Long.valueOf(value);
            case '\'' -> value;
            case '@' -> moment(value);
            case '[' -> value.lines().map(line -> read(line, INNER_VALUE)).toList();
            default -> throw new IllegalArgumentException("no value: " + part);
        };
    }

    private static Moment moment(String value) {
        int blank = value.indexOf(' ');
        if (blank < 0) {
            throw new IllegalArgumentException("no moment: " + value);
        }
        return new Moment(value.substring(0, blank), LocalDateTime.parse(value.substring(blank + 1)));
    }
}
