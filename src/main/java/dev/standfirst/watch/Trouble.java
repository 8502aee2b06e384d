package dev.standfirst.watch;

/**
 * Something that somebody has to know of, in words.
 *
 * @param kind what it is
 * @param subject what of: a digest, an edition, a source; the same words while it lasts, and none where there is only
 *     one
 * @param happened what happened, one sentence
 * @param safe what is safe
 * @param remedy what to do
 */
public record Trouble(TroubleKind kind, String subject, String happened, String safe, String remedy) {}
