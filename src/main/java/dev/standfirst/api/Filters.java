package dev.standfirst.api;

import dev.standfirst.subscriber.Filter;
import dev.standfirst.subscriber.Filter.Parsed;

/** Filters that callers send. */
final class Filters {

    /** What the document says of them. */
    static final String ABOUT = "Which ones, in the filter language of Standfirst; all where left out.";

    private Filters() {}

    /**
     * The filter that a text is.
     *
     * @throws Refusal where it is none, with the place of the mistake
     */
    static Filter parse(String text) {
        Parsed parsed = Filter.parse(text);
        if (parsed instanceof Parsed.Invalid invalid) {
            throw Refusal.value("filter", "The filter cannot be read: %s.".formatted(invalid.reason()));
        }
        return ((Parsed.Valid) parsed).filter();
    }
}
