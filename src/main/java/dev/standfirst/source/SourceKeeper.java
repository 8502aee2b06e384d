package dev.standfirst.source;

import dev.standfirst.source.StoredSource.Moves;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a reading of a source gave: its entries, how the source is, and when it may be asked again. */
@Repository
public class SourceKeeper {

    private static final int PROBLEM_LENGTH = 1000;
    private static final int VALIDATOR_LENGTH = 2000;
    private static final int DATE_LENGTH = 200;
    private static final int GONE = 410;
    private static final int MISSING = 404;
    private static final String CUT = "ends in the middle; what came before counts";

    private static final String WELL = "failing_since = null, failures = 0, problem = '', asks_to_wait = false,"
            + " gone_since = null, last_success = :now,";
    private static final String MOVES = " seen_at = :seenAt, sightings = :sightings, moved_to = :movedTo,";
    private static final String ASKED = " last_try = :now, claimed_by = '', claimed_until = null where id = :id";

    private final JdbcClient jdbc;
    private final EntryStore entries;
    private final NextTry nextTry;
    private final Clock clock;

    SourceKeeper(JdbcClient jdbc, EntryStore entries, NextTry nextTry, Clock clock) {
        this.jdbc = jdbc;
        this.entries = entries;
        this.nextTry = nextTry;
        this.clock = clock;
    }

    /**
     * What was kept of a reading.
     *
     * @param seen how many entries it listed
     * @param fresh how many of them were new
     * @param held how many of the others look like old ones under new ids and wait for somebody
     */
    public record Kept(int seen, int fresh, int held) {

        private static final Kept NOTHING = new Kept(0, 0, 0);
    }

    /**
     * Keeps it.
     *
     * @param source as it was when it was asked
     * @param window how old an entry may be at the first reading; any age where empty
     */
    @Transactional
    public Kept keep(StoredSource source, Listing listing, Optional<Duration> window) {
        if (listing instanceof Listing.Listed listed) {
            return listed(source, listed, window);
        }
        if (listing instanceof Listing.Unchanged same) {
            unchanged(source, same);
        } else if (listing instanceof Listing.Failed failed) {
            failed(source, failed);
        }
        return Kept.NOTHING;
    }

    /** Keeps that it was not reached, by no fault of its own: nothing was. It may be asked again at once. */
    @Transactional
    public void unreached(StoredSource source, Listing.Failed failed) {
        update("failing_since = coalesce(failing_since, :now), problem = :problem," + ASKED, source)
                .param("problem", EntryStore.cut(failed.reason(), PROBLEM_LENGTH))
                .update();
    }

    private Kept listed(StoredSource source, Listing.Listed listed, Optional<Duration> window) {
        Listing.Reply reply = listed.reply();
        int seen = listed.entries().size();
        // The bytes decide, not the validators: a new ETag on the same feed is no news.
        boolean same =
                !reply.hash().isEmpty() && reply.hash().equals(source.copy().hash());
        EntryStore.Stored stored = same
                ? new EntryStore.Stored(0, 0)
                : entries.store(source.id(), listed.entries(), clock.instant(), source.lastSuccess(), window);
        if (reply.signs().whole()) {
            whole(source, reply, seen);
        } else {
            failed(source, new Listing.Failed(CUT, 200, null));
        }
        return new Kept(seen, stored.fresh(), stored.held());
    }

    private void whole(StoredSource source, Listing.Reply reply, int listed) {
        Moves moves = source.moves().then(text(reply.movedTo()));
        Validators validators = storable(reply.validators());
        Duration rest = reply.signs().rest();
        Instant next = nextTry.afterAnswer(clock.instant(), validators, reply.fresh(), rest);
        moved(update("""
                etag = :etag, last_modified = :modified, full_at = :now, body_hash = :hash, listed = :listed,
                rest_seconds = :rest, skip_hours = :hours, skip_days = :days, next_try = :next, validators_of = :of,
                """ + MOVES + WELL + ASKED, source), moves)
                .param("etag", validators.etag())
                .param("modified", validators.lastModified())
                .param("hash", reply.hash())
                .param("listed", listed)
                .param("rest", Math.min(rest.toSeconds(), Integer.MAX_VALUE))
                .param("hours", reply.signs().quiet().hours())
                .param("days", reply.signs().quiet().days())
                .param("next", source.isLocal() ? null : Entries.utc(next))
                .param("of", EntryStore.cut(origin(source, moves, reply.from()), VALIDATOR_LENGTH))
                .update();
    }

    private void unchanged(StoredSource source, Listing.Unchanged same) {
        Moves moves = source.moves().then(text(same.movedTo()));
        Instant next = nextTry.afterAnswer(
                clock.instant(),
                source.copy().validators(),
                same.fresh(),
                source.turn().rest());
        moved(update("next_try = :next, validators_of = :of," + MOVES + WELL + ASKED, source), moves)
                .param("next", Entries.utc(next))
                .param("of", origin(source, moves, text(same.movedTo())))
                .update();
    }

    private void failed(StoredSource source, Listing.Failed failed) {
        int failures = source.failures() + 1;
        boolean moved = !source.moves().movedTo().isEmpty();
        boolean gone = failed.status() == GONE && !moved;
        Instant now = clock.instant();
        Instant next = nextTry.afterFailure(now, failures, failed.status(), failed.retryAfter(), source.id());
        moved(update("""
                failing_since = coalesce(failing_since, :now), failures = :failures, problem = :problem,
                asks_to_wait = :asks, gone_since = :gone, next_try = :next,
                """ + MOVES + ASKED, source), movesAfter(source.moves(), failed.status()))
                .param("failures", failures)
                .param("problem", EntryStore.cut(failed.reason(), PROBLEM_LENGTH))
                .param("asks", failed.retryAfter() != null || NextTry.asksToWait(failed.status()))
                .param("gone", Entries.utc(gone ? now : null))
                .param("next", Entries.utc(source.isLocal() || gone ? null : next))
                .update();
    }

    /** Where what it moved to is not there any more, the address in the digest's file is tried again. */
    private static Moves movesAfter(Moves moves, int status) {
        return status == MISSING || status == GONE ? new Moves("", 0, "") : moves;
    }

    private static JdbcClient.StatementSpec moved(JdbcClient.StatementSpec statement, Moves moves) {
        return statement.params(
                Map.of("seenAt", moves.seenAt(), "sightings", moves.sightings(), "movedTo", moves.movedTo()));
    }

    private JdbcClient.StatementSpec update(String assignments, StoredSource source) {
        return jdbc.sql("update source set " + assignments)
                .param("now", Entries.utc(clock.instant()))
                .param("id", source.id());
    }

    /**
     * The address that validators belong to: the one that was asked, or, where that has just been found to have moved
     * for good, the one that the answer came from.
     */
    private static String origin(StoredSource source, Moves moves, String from) {
        String next = moves.movedTo().isEmpty() ? source.location().toString() : moves.movedTo();
        return from.equals(next) ? next : source.address().toString();
    }

    /** Half a validator is none. */
    private static Validators storable(Validators validators) {
        String etag = validators.etag();
        String modified = validators.lastModified();
        return new Validators(
                etag.length() <= VALIDATOR_LENGTH ? etag : "", modified.length() <= DATE_LENGTH ? modified : "");
    }

    private static String text(@Nullable URI address) {
        return address == null ? "" : address.toString();
    }
}
