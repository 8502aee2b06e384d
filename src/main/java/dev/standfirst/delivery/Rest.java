package dev.standfirst.delivery;

import java.time.Instant;

/**
 * Those for whom an edition is due later, at the hour that they chose.
 *
 * @param people how many
 * @param next when the first of them are due
 */
public record Rest(long people, Instant next) {}
