package dev.standfirst.source;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a source. One row for a location, however many digests read it.
 *
 * @param id its number
 * @param name as the digest that read it last calls it
 * @param location absolute address
 * @param copy the copy of it that we hold
 * @param moves where it has moved
 * @param turn when it may be asked
 * @param lastTry when it was read last
 * @param lastSuccess when that worked last
 * @param failingSince since when it does not work; empty while it does
 * @param failures how many times in a row it did not
 * @param problem why not, fit behind its name; empty while it works
 * @param goneSince when it said that it is gone for good
 * @param counts of its entries; zero where they were not asked for
 */
public record StoredSource(
        long id,
        String name,
        URI location,
        Copy copy,
        Moves moves,
        Turn turn,
        Optional<Instant> lastTry,
        Optional<Instant> lastSuccess,
        Optional<Instant> failingSince,
        int failures,
        String problem,
        Optional<Instant> goneSince,
        Counts counts) {

    /** A 304 that never ends is checked once in so long: some servers say it whatever happens. */
    private static final Duration WHOLE_AGAIN = Duration.ofDays(1);

    /** Whether it is on this machine; then it is always read. */
    public boolean isLocal() {
        return "file".equals(location.getScheme());
    }

    /** Whether it may be asked now. */
    public boolean mayBeAsked(Instant now) {
        return isLocal() || (goneSince.isEmpty() && !nextTry(now).isAfter(now));
    }

    /** When it may be asked again: {@code now} or later. Means nothing for one that is gone. */
    public Instant nextTry(Instant now) {
        Instant earliest = turn.next().filter(next -> next.isAfter(now)).orElse(now);
        boolean free = turn.next().isEmpty() || lastTry.isEmpty();
        return free ? earliest : turn.quiet().after(earliest, lastTry.get());
    }

    /** The address to ask: where it has moved, once that is sure. */
    URI address() {
        return moves.movedTo().isEmpty() ? location : URI.create(moves.movedTo());
    }

    /** The validators to ask with: those that came from this very address, and none once a day. */
    Validators validators(Instant now) {
        boolean sameAddress = copy.from().equals(address().toString());
        boolean stuck = copy.fullAt()
                .filter(full -> !full.plus(WHOLE_AGAIN).isAfter(now))
                .filter(full -> lastSuccess.isPresent() && lastSuccess.get().isAfter(full))
                .isPresent();
        return sameAddress && !stuck ? copy.validators() : Validators.NONE;
    }

    /**
     * The copy that we hold.
     *
     * @param validators as they came
     * @param from the address that they came from, or empty
     * @param fullAt when it was sent whole
     * @param hash of its bytes, or empty
     * @param listed how many entries it had
     */
    public record Copy(Validators validators, String from, Optional<Instant> fullAt, String hash, int listed) {}

    /**
     * Where it has moved.
     *
     * @param seenAt the address that permanent redirects lead to lately, or empty
     * @param sightings how many times in a row
     * @param movedTo what is asked instead of the location, or empty
     */
    public record Moves(String seenAt, int sightings, String movedTo) {

        private static final int SURE = 3;
        private static final int LONGEST = 2000;

        /** After one more answer, which came by permanent redirects from this address, or, where empty, by none. */
        Moves then(String address) {
            if (address.isEmpty() || address.length() > LONGEST) {
                return new Moves("", 0, movedTo);
            }
            int seen = address.equals(seenAt) ? sightings + 1 : 1;
            return seen < SURE ? new Moves(address, seen, movedTo) : new Moves("", 0, address);
        }
    }

    /**
     * When it may be asked.
     *
     * @param next not before this moment, or empty: at once
     * @param rest how long the feed itself wants to be left alone
     * @param quiet when it wants to be left alone
     * @param asked whether the server asks for that pause
     */
    public record Turn(Optional<Instant> next, Duration rest, QuietHours quiet, boolean asked) {}

    /**
     * Its entries.
     *
     * @param entries how many it has listed so far
     * @param held how many of them wait for somebody to release them
     * @param lately how many came out in the last four weeks
     * @param since the first of those
     */
    public record Counts(long entries, long held, long lately, Optional<Instant> since) {

        static final Counts NONE = new Counts(0, 0, 0, Optional.empty());
    }
}
