package dev.standfirst.job;

import java.util.Locale;

/** The five steps, in run order. Their names are the same everywhere: job, tables, pages, command line. */
public enum RunStep {
    COLLECT,
    EXTRACT,
    SUMMARISE,
    COMPOSE,
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
