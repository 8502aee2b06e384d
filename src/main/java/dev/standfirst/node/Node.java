package dev.standfirst.node;

import java.time.Instant;
import java.util.Optional;

/**
 * An installation that mails from this database, or would.
 *
 * @param id made at random, or the name that the operator gave
 * @param machine tells machine and data folder apart; empty where the operator gave a name
 * @param host name of the machine, for people
 * @param firstSeen when it first opened the database
 * @param lastSeen when it last did, or mailed
 * @param confirmedAt since when it may mail; empty where it may not
 */
public record Node(
        String id, String machine, String host, Instant firstSeen, Instant lastSeen, Optional<Instant> confirmedAt) {}
