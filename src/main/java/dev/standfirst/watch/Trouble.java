package dev.standfirst.watch;

import dev.standfirst.text.Fact;

/**
 * Something that somebody has to know of.
 *
 * @param kind what it is
 * @param subject what of: a digest, an edition, a source; the same words while it lasts, and none where there is only
 *     one
 * @param event what happened, one sentence
 * @param safety what is safe
 * @param advice what to do
 */
public record Trouble(TroubleKind kind, String subject, Fact event, Fact safety, Fact advice) {

    /** What happened, in English. */
    public String happened() {
        return event.english();
    }

    /** What is safe, in English. */
    public String safe() {
        return safety.english();
    }

    /** What to do, in English. */
    public String remedy() {
        return advice.english();
    }
}
