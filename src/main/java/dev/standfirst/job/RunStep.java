package dev.standfirst.job;

import java.util.Locale;

/**
 * The steps, in run order. Their names are the same everywhere: job, tables, pages, command line. Approve is told of
 * digests alone whose editions somebody looks at before they go out.
 */
public enum RunStep {
    COLLECT,
    EXTRACT,
    SUMMARISE,
    COMPOSE,
    APPROVE,
    DELIVER;

    /** The name of the batch step. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name for people: "Collect". */
    public String title() {
        return name().charAt(0) + key().substring(1);
    }

    static RunStep of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
