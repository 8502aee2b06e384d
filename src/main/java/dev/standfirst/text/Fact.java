package dev.standfirst.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the program has to tell people, before it is put in words: the command line and the API say it in
 * English, pages in the language of whoever asks. The words are in {@code facts.properties} beside this class. Two are
 * the same that say the same: one that was kept in English alone equals the one that it was.
 *
 * @param key of the words
 * @param values that stand in them: numbers, texts, moments, and lists of facts, which are told one behind the other
 */
public record Fact(String key, List<Object> values) {

    /** Where the words are, as a resource. */
    public static final String BUNDLE = "dev.standfirst.text.facts";

    /** Nothing to tell. */
    public static final Fact NONE = words("");

    private static final String WORDS = "fact.words";

    public Fact {
        values = List.copyOf(values);
    }

    /** A language that facts are told in. */
    public interface Language {

        /** One message. */
        String say(String key, Object... values);

        /** A day or time by one of the patterns. */
        String date(String key, TemporalAccessor time);
    }

    /**
     * A day or time.
     *
     * @param key of the pattern that it is shown by
     * @param at in the zone of what it is about
     */
    public record Moment(String key, LocalDateTime at) {

        /** A day. */
        public static Moment of(String key, LocalDate day) {
            return new Moment(key, day.atStartOfDay());
        }
    }

    /** One with these values. */
    public static Fact of(String key, Object... values) {
        return new Fact(key, Arrays.asList(values));
    }

    /** Words that are the same in every language: names, what others say, and what was once kept in English alone. */
    public static Fact words(String words) {
        return of(WORDS, words);
    }

    /** Whether there is nothing to tell. */
    public boolean isNothing() {
        return equals(NONE);
    }

    /** Whether it is words already. */
    public boolean isWords() {
        return key.equals(WORDS);
    }

    /** In the words of a language. */
    public String in(Language language) {
        return language.say(
                key, values.stream().map(value -> shown(value, language)).toArray());
    }

    /** In English. */
    public String english() {
        return in(English.WORDS);
    }

    /**
     * For a column of the database: as {@link #read} understands it; in English where that is too short.
     *
     * @param longest so many characters at most
     */
    public String kept(int longest) {
        String kept = KeptFact.write(this);
        return (kept.length() <= longest ? kept : KeptFact.cut(english(), longest)).replace("\0", "");
    }

    /** What was kept; that may be English words of an earlier version. */
    public static Fact read(String kept) {
        return KeptFact.read(kept);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fact fact && fact.english().equals(english());
    }

    @Override
    public int hashCode() {
        return english().hashCode();
    }

    private static Object shown(Object value, Language language) {
        if (value instanceof Fact fact) {
            return fact.in(language);
        }
        if (value instanceof List<?> facts) {
            return facts.stream().map(one -> ((Fact) one).in(language)).collect(Collectors.joining(", "));
        }
        return value instanceof Moment moment ? language.date(moment.key(), moment.at()) : value;
    }
}
