package dev.standfirst.consent;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.text.OneLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The requests and their mails. A row goes from {@code ASKED} to {@code WAITING} or away, and is claimed, committed,
 * before a byte of its mail goes out: a process that dies leaves {@code DOUBT} behind, never a second mail.
 */
@Repository
class Requests {

    /** How long a request and its token live. */
    static final Duration LIFE = Duration.ofDays(2);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int REPLY_LENGTH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes a request in. Looks at nothing that tells whether the address is known. */
    void add(Purpose purpose, OptionalLong list, EmailAddress address, Locale language, Visitor visitor) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into consent_request (purpose, list_id, address, normal, language, network, client, words,
                       asked_at, expires_at, state, changed_at, not_before)
                values (:purpose, :list, :address, :normal, :language, :network, :client, :words,
                       :now, :end, 'ASKED', :now, :now)
                """)
                .param("purpose", purpose.name())
                .param("list", list.isPresent() ? list.getAsLong() : null)
                .param("address", address.value())
                .param("normal", address.normal())
                .param("language", language.getLanguage())
                .param("network", visitor.network())
                .param("client", visitor.client())
                .param("words", visitor.words())
                .param("now", at(now))
                .param("end", at(now.plus(LIFE)))
                .update();
    }

    /** What can be worked on now, the longest due first. */
    List<Request> due(int limit) {
        return jdbc.sql("""
                select * from consent_request
                where state in ('ASKED', 'WAITING') and not_before <= :now
                order by not_before, id limit :limit
                """)
                .param("now", now())
                .param("limit", limit)
                .query(Requests::request)
                .list();
    }

    /** All requests for an address, the oldest first. */
    List<Request> of(EmailAddress address) {
        return jdbc.sql("select * from consent_request where normal = ? order by id")
                .param(address.normal())
                .query(Requests::request)
                .list();
    }

    /** Whether a request for an address may still be answered, or its link followed. */
    boolean isLive(EmailAddress address) {
        return jdbc.sql("select count(*) from consent_request where normal = ? and expires_at > ?")
                        .params(address.normal(), now())
                        .query((row, number) -> row.getLong(1))
                        .single()
                > 0;
    }

    /** A request by the token in its mail. */
    Optional<Request> find(Token token, Purpose purpose) {
        return jdbc.sql("select * from consent_request where token_hash = ? and purpose = ?")
                .params(token.hash(), purpose.name())
                .query(Requests::request)
                .optional();
    }

    /**
     * Takes the turn of the request's address: one a purpose and day, kept by a unique key, whatever happens at the
     * same time.
     *
     * @return whether the request has it
     */
    boolean takeTurn(Request request) {
        jdbc.sql("""
                update consent_request set turn = null
                where purpose = :purpose and normal = :normal and turn = 1
                  and state in ('SENT', 'FAILED', 'DOUBT') and changed_at <= :yesterday
                """)
                .param("purpose", request.purpose().name())
                .param("normal", request.address().normal())
                .param("yesterday", at(clock.instant().minus(DAY)))
                .update();
        try {
            return jdbc.sql("update consent_request set turn = 1 where id = ?")
                            .param(request.id())
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** How many mails of a purpose went to an address since then, and nobody followed their links. */
    long unanswered(Request request, Instant since) {
        return jdbc.sql("""
                select count(*) from consent_request
                where purpose = :purpose and normal = :normal and id <> :id and used_at is null
                  and state in ('SENT', 'DOUBT') and token_hash is not null and changed_at > :since
                """)
                .param("purpose", request.purpose().name())
                .param("normal", request.address().normal())
                .param("id", request.id())
                .param("since", at(since))
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /**
     * There will be a mail.
     *
     * @return whether nobody else decided that before
     */
    boolean accept(long id) {
        return jdbc.sql("update consent_request set state = 'WAITING', changed_at = ? where id = ? and state = 'ASKED'")
                        .params(now(), id)
                        .update()
                == 1;
    }

    /** Binds a request to a person, so that it goes when the person is erased. */
    void bind(long id, long subscriberId) {
        jdbc.sql("update consent_request set subscriber_id = ? where id = ?")
                .params(subscriberId, id)
                .update();
    }

    /**
     * Removes a request that gets no mail.
     *
     * @param state in which the request was when that was decided; in another one it is in other hands
     */
    void drop(long id, RequestState state) {
        jdbc.sql("delete from consent_request where id = ? and state = ?")
                .params(id, state.name())
                .update();
    }

    /** Removes all requests for an address, and with them their tokens. */
    void forget(EmailAddress address) {
        jdbc.sql("delete from consent_request where normal = ?")
                .param(address.normal())
                .update();
    }

    /**
     * Takes a request in hand, to send its mail.
     *
     * @param token that the mail carries; none where it needs none
     * @return whether it is in hand: false where somebody else has it, or the person was erased
     */
    boolean claim(long id, Optional<Token> token) {
        return jdbc.sql("""
                        update consent_request set state = 'CLAIMED', token_hash = :hash, attempts = attempts + 1,
                               changed_at = :now
                        where id = :id and state = 'WAITING' and not_before <= :now and expires_at > :now
                        """)
                        .param("hash", token.map(Token::hash).orElse(null))
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Notes what became of a mail that is not tried again. */
    void settle(long id, RequestState state, String reply) {
        jdbc.sql("update consent_request set state = :state, reply = :reply, changed_at = :now where id = :id")
                .param("state", state.name())
                .param("reply", OneLine.of(reply, REPLY_LENGTH))
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Lets a mail wait that did not go out. Nobody has its token; the next try makes another. */
    void postpone(long id, String reply, Duration wait) {
        jdbc.sql("""
                update consent_request set state = 'WAITING', token_hash = null, reply = :reply, changed_at = :now,
                       not_before = :next
                where id = :id
                """)
                .param("reply", OneLine.of(reply, REPLY_LENGTH))
                .param("now", now())
                .param("next", at(clock.instant().plus(wait)))
                .param("id", id)
                .update();
    }

    /** Lets a request wait as it is, whatever its state. */
    void delay(long id, Duration wait) {
        jdbc.sql("update consent_request set not_before = ? where id = ?")
                .params(at(clock.instant().plus(wait)), id)
                .update();
    }

    /** Mails that were claimed before then and never settled, because the program ended: nobody can know. */
    int doubtAbandoned(Instant before) {
        return jdbc.sql("""
                update consent_request set state = 'DOUBT', changed_at = :now,
                       reply = 'the program ended while this mail was being handed over'
                where state = 'CLAIMED' and changed_at <= :before
                """).param("now", now()).param("before", at(before)).update();
    }

    /**
     * Marks a token as used.
     *
     * @return whether it is the first time
     */
    boolean use(long id) {
        return jdbc.sql("update consent_request set used_at = ? where id = ? and used_at is null")
                        .params(now(), id)
                        .update()
                == 1;
    }

    /** Forgets requests that were settled before then. */
    void tidy(Instant before) {
        jdbc.sql("delete from consent_request where state in ('SENT', 'FAILED', 'DOUBT') and changed_at < ?")
                .param(at(before))
                .update();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        long list = row.getLong("list_id");
        return new Request(
                row.getLong("id"),
                Purpose.valueOf(row.getString("purpose")),
                row.wasNull() ? OptionalLong.empty() : OptionalLong.of(list),
                new EmailAddress(row.getString("address")),
                Locale.forLanguageTag(row.getString("language")),
                new Visitor(row.getString("network"), row.getString("client"), row.getString("words")),
                RequestState.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
