package dev.standfirst.subscriber;

import java.util.List;

/**
 * Which people are meant, in a small language: {@code status:confirmed list:morning-brief (domain:example.org or
 * city:"Port Averil") since>2026-01-01 not name:"ada l"}.
 *
 * <ul>
 *   <li>A word alone is looked for in addresses and names. Words side by side must all hold, as with {@code and};
 *       {@code or}, {@code not} and parentheses are there as well.
 *   <li>{@code field:value} compares: {@code :} is "has" or "is", {@code =} "is", {@code !=} "is not"; dates know
 *       {@code < <= > >=} too and are days in UTC. Capitals never matter.
 *   <li>Fields of people: {@code address name domain created suppressed}; of their places on lists: {@code status list
 *       since changed cadence language zone topic without-topic paused}. Fields of places that stand side by side are
 *       about the same place. Any other field is an attribute; in quotation marks also one that is called as a field.
 *   <li>Quotation marks hold values with spaces; in them, a backslash stands before a quotation mark or a backslash. A
 *       word or value that ends with {@code *}, not in quotation marks, is the beginning of what is looked for.
 * </ul>
 */
public final class Filter {

    /** The longest text that is read, in UTF-16 units. */
    public static final int LENGTH = 1000;

    /** Everybody. */
    public static final Filter ALL = new Filter(new Condition.And(List.of()));

    private final Condition condition;

    private Filter(Condition condition) {
        this.condition = condition;
    }

    /** What came of reading one. */
    public sealed interface Parsed {

        /** It can be asked. */
        record Valid(Filter filter) implements Parsed {}

        /**
         * It cannot.
         *
         * @param at where it went wrong, in UTF-16 units from 0
         * @param reason a sentence without a stop that names the place and the remedy
         */
        record Invalid(int at, String reason) implements Parsed {}
    }

    /** Reads foreign text; nothing but spaces is everybody. */
    public static Parsed parse(String text) {
        try {
            return text.isBlank() ? new Parsed.Valid(ALL) : new Parsed.Valid(new Filter(new FilterReader(text).read()));
        } catch (FilterReader.Unreadable e) {
            return e.told();
        }
    }

    /** Whoever this filter finds and the other one as well. */
    public Filter and(Filter other) {
        return new Filter(new Condition.And(List.of(condition, other.condition)));
    }

    Condition condition() {
        return condition;
    }
}
