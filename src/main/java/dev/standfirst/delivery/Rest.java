package dev.standfirst.delivery;

import java.time.Instant;

/**
 * Those for whom an edition is due later: at the hour that they chose, or because their mail was refused for now.
 *
 * @param people how many
 * @param again how many of them are tried again
 * @param next when the first of them are due
 */
public record Rest(long people, long again, Instant next) {

    /** The same people; none of them gets a mail before a moment. */
    public Rest notBefore(Instant moment) {
        return moment.isAfter(next) ? new Rest(people, again, moment) : this;
    }
}
