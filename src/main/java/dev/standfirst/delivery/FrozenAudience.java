package dev.standfirst.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * Who an edition was frozen for.
 *
 * @param people how many get it
 * @param later how many of them at an hour of their own that is still to come
 * @param next when the next of these are due; empty where there are none
 * @param notToday how many get none because it is not their day, or they are paused
 * @param wantNone how many get none because their choices leave nothing of it
 * @param variants how many ways the edition was rendered in for those who chose, besides its own
 * @param ready when it goes out to those who chose no hour
 */
public record FrozenAudience(
        long people, long later, Optional<Instant> next, long notToday, long wantNone, int variants, Instant ready) {}
