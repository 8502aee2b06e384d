package dev.standfirst.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a token lets its holder do. Who may change a kind of things may read it. */
public enum Scope {
    /** Lists, people, their places on lists, and who is never mailed. */
    PEOPLE_READ("people:read", "Read lists, people, their places on lists, imports, and who is never mailed."),
    PEOPLE_WRITE("people:write", "Change them."),
    /** Digests and editions, without the people they went to. */
    DIGESTS_READ("digests:read", "Read digests and editions, without the people they went to."),
    /** Runs. */
    RUNS_READ("runs:read", "Read what runs did."),
    RUNS_WRITE("runs:write", "Start and stop runs, which mail people, and decide about editions."),
    /** Sources and how they are. */
    SOURCES_READ("sources:read", "Read how the sources are."),
    SOURCES_WRITE("sources:write", "Have a source asked again."),
    /** The figures of this process. */
    METRICS_READ("metrics:read", "Read the figures of the process at /metrics.");

    private final String key;
    private final String words;

    Scope(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** As people type it: {@code people:read}. */
    public String key() {
        return key;
    }

    /** What it lets do, in one sentence. */
    public String words() {
        return words;
    }

    /** The scope that people call so. */
    public static Optional<Scope> of(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key.equals(key)).findFirst();
    }

    /** All of them as people type them. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Scope::key).toList();
    }

    /** Whether who has this one may do what needs the other. */
    boolean covers(Scope needed) {
        return this == needed || key.replace(":write", ":read").equals(needed.key);
    }
}
