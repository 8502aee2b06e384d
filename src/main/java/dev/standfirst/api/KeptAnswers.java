package dev.standfirst.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Answers to requests with an idempotency key, kept for a day. The row of a key is made before its request is done, so
 * that of two requests with one key, also to two processes, one is done.
 */
@Repository
class KeptAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration CLEANED_EVERY = Duration.ofMinutes(5);
    private static final int KEYS_OF_A_TOKEN = 20_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private Instant cleaned = Instant.EPOCH;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A kept answer. */
    record Answer(int status, String headers, String body) {}

    /** What came of wanting to do a request. */
    sealed interface Claim {

        /** Do it, and {@link #keep} or {@link #drop} its answer. */
        record Mine(long id) implements Claim {}

        /** It was done: this was the answer. */
        record Done(Answer answer) implements Claim {}

        /** It is at work, or its process ended in the middle of it. */
        record AtWork() implements Claim {}

        /** The key stands for another request. */
        record Other() implements Claim {}

        /** This token has too many keys. */
        record Full() implements Claim {}
    }

    /**
     * Wants to do a request.
     *
     * @param key SHA-256 of the key
     * @param request SHA-256 of all that the request says
     */
    Claim claim(long token, String key, String request) {
        clean();
        // A request that was done is answered as it was, also where there is no room for another key.
        Optional<Claim> before = known(token, key, request);
        if (before.isPresent()) {
            return before.get();
        }
        long kept = jdbc.sql("select count(*) from api_answer where token_id = ?")
                .param(token)
                .query((row, number) -> row.getLong(1))
                .single();
        if (kept >= KEYS_OF_A_TOKEN) {
            return new Claim.Full();
        }
        try {
            jdbc.sql("""
                    insert into api_answer (token_id, idempotency_key, request, body, created_at)
                    values (?, ?, ?, '', ?)
                    """).params(token, key, request, utc(clock.instant())).update();
        } catch (DuplicateKeyException e) {
            return known(token, key, request).orElseGet(Claim.AtWork::new);
        }
        return jdbc.sql("select id from api_answer where token_id = ? and idempotency_key = ?")
                .params(token, key)
                .query((row, number) -> (Claim) new Claim.Mine(row.getLong(1)))
                .single();
    }

    /** Keeps the answer of a request that was done. */
    void keep(long id, Answer answer) {
        jdbc.sql("update api_answer set status = ?, headers = ?, body = ? where id = ?")
                .params(answer.status(), answer.headers(), answer.body(), id)
                .update();
    }

    /** The request was refused and changed nothing: its key may be used again. */
    void drop(long id) {
        jdbc.sql("delete from api_answer where id = ?").param(id).update();
    }

    private Optional<Claim> known(long token, String key, String request) {
        return jdbc.sql("select * from api_answer where token_id = ? and idempotency_key = ?")
                .params(token, key)
                .query((row, number) -> {
                    if (!row.getString("request").equals(request)) {
                        return (Claim) new Claim.Other();
                    }
                    Answer answer = new Answer(row.getInt("status"), row.getString("headers"), row.getString("body"));
                    return answer.status() == 0 ? new Claim.AtWork() : new Claim.Done(answer);
                })
                .optional();
    }

    private synchronized void clean() {
        Instant now = clock.instant();
        if (cleaned.plus(CLEANED_EVERY).isBefore(now)) {
            cleaned = now;
            sweep();
        }
    }

    /** Forgets answers of more than a day ago. */
    void sweep() {
        jdbc.sql("delete from api_answer where created_at < ?")
                .param(utc(clock.instant().minus(KEPT)))
                .update();
    }

    /** When those were given that hold a text, in whatever case; oldest first. */
    List<Instant> naming(String text) {
        return jdbc.sql("select created_at from api_answer where position(? in lower(body)) > 0 order by id")
                .param(text.toLowerCase(Locale.ROOT))
                .query((row, number) ->
                        row.getObject("created_at", OffsetDateTime.class).toInstant())
                .list();
    }

    /** Forgets those that hold a text, in whatever case. */
    void forget(String text) {
        jdbc.sql("delete from api_answer where position(? in lower(body)) > 0")
                .param(text.toLowerCase(Locale.ROOT))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
