package dev.standfirst.account;

import dev.standfirst.consent.Network;
import dev.standfirst.text.OneLine;
import dev.standfirst.text.Secret;
import dev.standfirst.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers that are signed in, and links that sign in once. A secret has 256 random bits; its SHA-256 is kept, so that
 * it outlives a restart and nobody who reads the database can use it. Who did nothing for {@value #IDLE_HOURS} hours,
 * or signed in {@value #MOST_DAYS} days ago, signs in anew.
 */
@Repository
public class SignIns {

    /** How long a link works. */
    public static final Duration LINK = Duration.ofHours(24);

    private static final int IDLE_HOURS = 24;
    private static final int MOST_DAYS = 30;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int SECRET_BYTES = 32;
    private static final int AGENT = 200;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final SignInPace pace;
    private final Clock clock;

    SignIns(JdbcClient jdbc, Accounts accounts, SignInPace pace, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.pace = pace;
        this.clock = clock;
    }

    /** What came of a name and a password. */
    public sealed interface Tried {

        /** They are somebody's. */
        record Right(Account account) implements Tried {}

        /** They are nobody's. */
        record Wrong() implements Tried {}

        /** They were not looked at, since too many wrong ones came from there. */
        record TooSoon(Duration left) implements Tried {}
    }

    /**
     * A browser that is signed in.
     *
     * @param account whose it is
     * @param began when it signed in
     * @param seen when it was used last; to the minute
     * @param network from where: the address as far as it names a client
     * @param agent what it calls itself; its own word
     */
    public record SignIn(Account account, Instant began, Instant seen, String network, String agent) {}

    /**
     * Tries a name with a password.
     *
     * @param address of the network that they come from
     */
    public Tried tryPassword(String name, String password, String address) {
        Optional<Duration> wait = pace.wait(name, address);
        if (wait.isPresent()) {
            return new Tried.TooSoon(wait.get());
        }
        Optional<Account> account = accounts.check(name, password);
        if (account.isEmpty()) {
            pace.wrong(name, address);
            return new Tried.Wrong();
        }
        pace.right(name, address);
        return new Tried.Right(account.get());
    }

    /** Makes a link that signs in once, for a day; tells its secret. */
    public String link(Account account) {
        String secret = Secret.fresh(SECRET_BYTES);
        jdbc.sql("insert into sign_in_link (hash, account_id, ends_at) values (?, ?, ?)")
                .params(hash(secret), account.id(), utc(clock.instant().plus(LINK)))
                .update();
        return secret;
    }

    /** Whose link it is, without using it up; empty where it does not work any more or never did. */
    public Optional<Account> ofLink(String secret) {
        return isSecret(secret)
                ? jdbc.sql("select account_id from sign_in_link where hash = ? and ends_at > ?")
                        .params(hash(secret), utc(clock.instant()))
                        .query((row, number) -> row.getLong(1))
                        .optional()
                        .flatMap(accounts::find)
                : Optional.empty();
    }

    /** Uses a link up: of two who do so at once, one signs in. */
    @Transactional
    public Optional<Account> useLink(String secret) {
        Optional<Account> account = ofLink(secret);
        boolean ours = account.isPresent()
                && jdbc.sql("delete from sign_in_link where hash = ?")
                                .param(hash(secret))
                                .update()
                        == 1;
        return ours ? account : Optional.empty();
    }

    /** Signs a browser in; tells the secret that it keeps. Those that ran out are forgotten. */
    @Transactional
    public String begin(Account account, String address, String agent) {
        Instant now = clock.instant();
        jdbc.sql("delete from sign_in where seen_at < ? or began_at < ?")
                .params(utc(now.minus(Duration.ofHours(IDLE_HOURS))), utc(now.minus(Duration.ofDays(MOST_DAYS))))
                .update();
        jdbc.sql("delete from sign_in_link where ends_at < ?").param(utc(now)).update();
        String secret = Secret.fresh(SECRET_BYTES);
        jdbc.sql("insert into sign_in (hash, account_id, began_at, seen_at, network, agent)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        hash(secret),
                        account.id(),
                        utc(now),
                        utc(now),
                        Network.of(address).client(),
                        OneLine.of(agent, AGENT))
                .update();
        jdbc.sql("update account set seen_at = ? where id = ?")
                .params(utc(now), account.id())
                .update();
        return secret;
    }

    /** Who uses a browser; empty where it is not signed in, or not any more. */
    public Optional<SignIn> of(String secret) {
        if (!isSecret(secret)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<SignIn> found = jdbc.sql("""
                select * from sign_in where hash = :hash and seen_at >= :seen and began_at >= :began
                """)
                .param("hash", hash(secret))
                .param("seen", utc(now.minus(Duration.ofHours(IDLE_HOURS))))
                .param("began", utc(now.minus(Duration.ofDays(MOST_DAYS))))
                .query((row, number) -> new Kept(
                        row.getLong("account_id"),
                        instant(row.getObject("began_at", OffsetDateTime.class)),
                        instant(row.getObject("seen_at", OffsetDateTime.class)),
                        row.getString("network"),
                        row.getString("agent")))
                .optional()
                .flatMap(this::signIn);
        found.filter(one -> one.seen().plus(NOTED_EVERY).isBefore(now)).ifPresent(one -> noteUse(one, secret, now));
        return found;
    }

    /** All browsers of an account that are signed in, the one used last first. */
    public List<SignIn> all(Account account) {
        return jdbc.sql("select * from sign_in where account_id = ? order by seen_at desc")
                .param(account.id())
                .query((row, number) -> new SignIn(
                        account,
                        instant(row.getObject("began_at", OffsetDateTime.class)),
                        instant(row.getObject("seen_at", OffsetDateTime.class)),
                        row.getString("network"),
                        row.getString("agent")))
                .list();
    }

    /** Signs a browser out. */
    public void end(String secret) {
        jdbc.sql("delete from sign_in where hash = ?").param(hash(secret)).update();
    }

    /** Signs all browsers of an account out. */
    public void endAll(Account account) {
        jdbc.sql("delete from sign_in where account_id = ?").param(account.id()).update();
    }

    private void noteUse(SignIn one, String secret, Instant now) {
        jdbc.sql("update sign_in set seen_at = ? where hash = ?")
                .params(utc(now), hash(secret))
                .update();
        jdbc.sql("update account set seen_at = ? where id = ?")
                .params(utc(now), one.account().id())
                .update();
    }

    private Optional<SignIn> signIn(Kept kept) {
        return accounts.find(kept.account())
                .map(account -> new SignIn(account, kept.began(), kept.seen(), kept.network(), kept.agent()));
    }

    private static boolean isSecret(String text) {
        return SECRET.matcher(text).matches();
    }

    private static String hash(String secret) {
        return Sha256.hex(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Kept(long account, Instant began, Instant seen, String network, String agent) {}
}
