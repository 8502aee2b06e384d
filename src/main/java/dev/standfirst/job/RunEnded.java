package dev.standfirst.job;

/**
 * Told to whoever listens, when an attempt to run an edition is over and its lease is given back; in the thread that
 * ran it.
 *
 * @param key the edition
 * @param result how it ended
 */
public record RunEnded(EditionKey key, RunResult result) {}
