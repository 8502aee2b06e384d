package dev.standfirst.api;

import dev.standfirst.subscriber.Race;
import dev.standfirst.text.Secret;
import dev.standfirst.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens of the API. A secret is {@code sf_NUMBER_} and 256 random bits; SHA-256 of it is kept, which is enough for
 * what nobody can guess, and compared in constant time.
 */
@Repository
public class Tokens {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}");
    private static final Pattern SECRET = Pattern.compile("sf_([1-9][0-9]{0,17})_[A-Za-z0-9_-]{43}");
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final Race race;
    private final Clock clock;

    Tokens(JdbcClient jdbc, Race race, Clock clock) {
        this.race = race;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What came of making one. */
    public sealed interface Making {

        /** It was made; {@code secret} is told this once. */
        record Made(Token token, String secret) implements Making {

            /** Without the secret, which must not get into a log. */
            @Override
            public String toString() {
                return "Made[token=" + token + "]";
            }
        }

        /** There is one of that name; nothing was changed. */
        record NameTaken() implements Making {}
    }

    /** What a secret is worth. */
    sealed interface Checked {

        /** It lets in. */
        record Good(Token token) implements Checked {}

        /** It is a secret of ours that no longer lets in. */
        record Expired(Instant when) implements Checked {}

        /** We never made it, or it was removed. */
        record Unknown() implements Checked {}
    }

    /** Whether a text can be the name of a token: letters, digits, spaces, dots and dashes, at most 100. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Makes a token.
     *
     * @param name as {@link #isName} wants it
     * @param scopes at least one
     * @param life how long it works
     */
    @Transactional
    public Making add(String name, Set<Scope> scopes, Duration life) {
        if (!isName(name) || scopes.isEmpty()) {
            throw new IllegalArgumentException("a token needs a name and a scope");
        }
        if (find(name).isPresent() || !insert(name, scopes, life)) {
            return new Making.NameTaken();
        }
        Token made = find(name).orElseThrow();
        String secret = "sf_%d_%s".formatted(made.id(), Secret.fresh(SECRET_BYTES));
        jdbc.sql("update api_token set hash = ? where id = ?")
                .params(hash(secret), made.id())
                .update();
        return new Making.Made(made, secret);
    }

    /** All tokens, by name. */
    public List<Token> all() {
        return jdbc.sql("select * from api_token order by name")
                .query(Tokens::token)
                .list();
    }

    /**
     * Removes a token: from now on it lets nobody in.
     *
     * @return whether there was one of that name
     */
    public boolean remove(String name) {
        return jdbc.sql("delete from api_token where name = ?").param(name).update() == 1;
    }

    /** What a secret is worth now; that it was used is noted. */
    Checked check(String secret) {
        Matcher form = SECRET.matcher(secret);
        if (!form.matches()) {
            return new Checked.Unknown();
        }
        Optional<Kept> kept = jdbc.sql("select * from api_token where id = ?")
                .param(Long.parseLong(form.group(1)))
                .query((row, number) -> new Kept(token(row, number), row.getString("hash")))
                .optional();
        byte[] given = bytes(hash(secret));
        if (kept.isEmpty() || !MessageDigest.isEqual(given, bytes(kept.get().hash()))) {
            return new Checked.Unknown();
        }
        Token token = kept.get().token();
        if (!token.expiresAt().isAfter(clock.instant())) {
            return new Checked.Expired(token.expiresAt());
        }
        noteUse(token);
        return new Checked.Good(token);
    }

    private void noteUse(Token token) {
        Instant now = clock.instant();
        if (token.lastUsed()
                .filter(last -> last.plus(USE_NOTED_EVERY).isAfter(now))
                .isEmpty()) {
            jdbc.sql("update api_token set last_used_at = ? where id = ?")
                    .params(utc(now), token.id())
                    .update();
        }
    }

    private Optional<Token> find(String name) {
        return jdbc.sql("select * from api_token where name = ?")
                .param(name)
                .query(Tokens::token)
                .optional();
    }

    private boolean insert(String name, Set<Scope> scopes, Duration life) {
        Instant now = clock.instant();
        return race.insert(jdbc.sql("""
                    insert into api_token (name, hash, scopes, created_at, expires_at)
                    values (:name, '', :scopes, :now, :end)
                    """)
                .param("name", name)
                .param("scopes", scopes.stream().sorted().map(Scope::key).collect(Collectors.joining(",")))
                .param("now", utc(now))
                .param("end", utc(now.plus(life))));
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(row.getString("scopes").split(",")).map(Scope::of).forEach(scope -> scope.ifPresent(scopes::add));
        return new Token(
                row.getLong("id"),
                row.getString("name"),
                scopes,
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static String hash(String secret) {
        return Sha256.hex(bytes(secret));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Kept(Token token, String hash) {}
}
