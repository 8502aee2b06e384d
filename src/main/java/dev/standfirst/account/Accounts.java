package dev.standfirst.account;

import dev.standfirst.subscriber.Race;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts. There is always an owner, once there is anybody. */
@Repository
public class Accounts {

    /** A letter or digit first, then also spaces, dots, dashes and the @ of an address; in any script. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .@_'-]{0,59}");

    private static final String ALL = "select a.* from account a ";

    private final JdbcClient jdbc;
    private final Race race;
    private final Passwords passwords;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Race race, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.race = race;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What came of a change. */
    public enum Change {
        /** It is done. */
        DONE,
        /** There is no such account. */
        UNKNOWN,
        /** It would leave no owner; nothing was changed. */
        LAST_OWNER
    }

    /** Whether a text can be the name of an account: at most 60 characters, a letter or digit first. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && text.equals(text.strip());
    }

    /**
     * Makes an account without a password.
     *
     * @param name as {@link #isName} wants it
     * @param digests of an editor
     * @return empty where there is one of that name
     */
    @Transactional
    public Optional<Account> add(String name, Role role, Set<String> digests) {
        if (!isName(name)) {
            throw new IllegalArgumentException("no name of an account");
        }
        boolean made = find(name).isEmpty()
                && race.insert(jdbc.sql("insert into account (name, role, created_at) values (:name, :role, :now)")
                        .param("name", name)
                        .param("role", role.name())
                        .param("now", now()));
        if (!made) {
            return Optional.empty();
        }
        keepDigests(find(name).orElseThrow().id(), role, digests);
        return find(name);
    }

    /** All accounts, by name. */
    public List<Account> all() {
        return jdbc.sql(ALL + "order by a.name").query(this::account).list();
    }

    /** The account of a name. */
    public Optional<Account> find(String name) {
        return jdbc.sql(ALL + "where a.name = ?")
                .param(name)
                .query(this::account)
                .optional();
    }

    Optional<Account> find(long id) {
        return jdbc.sql(ALL + "where a.id = ?").param(id).query(this::account).optional();
    }

    /** Gives an account another role. */
    @Transactional
    public Change change(String name, Role role, Set<String> digests) {
        Optional<Account> account = find(name);
        if (account.isEmpty()) {
            return Change.UNKNOWN;
        }
        if (role != Role.OWNER && isLastOwner(account.get())) {
            return Change.LAST_OWNER;
        }
        jdbc.sql("update account set role = ? where id = ?")
                .params(role.name(), account.get().id())
                .update();
        keepDigests(account.get().id(), role, digests);
        return Change.DONE;
    }

    /** Removes an account: its browsers are signed out with it. */
    @Transactional
    public Change remove(String name) {
        Optional<Account> account = find(name);
        if (account.isEmpty()) {
            return Change.UNKNOWN;
        }
        if (isLastOwner(account.get())) {
            return Change.LAST_OWNER;
        }
        jdbc.sql("delete from account where id = ?").param(account.get().id()).update();
        return Change.DONE;
    }

    /**
     * Sets a password, and signs all browsers of the account out; whoever changes it signs in anew.
     *
     * @param password as {@link PasswordRule} wants it
     */
    @Transactional
    public void setPassword(Account account, String password) {
        jdbc.sql("update account set password = ? where id = ?")
                .params(passwords.hash(password), account.id())
                .update();
        jdbc.sql("delete from sign_in where account_id = ?").param(account.id()).update();
        jdbc.sql("delete from sign_in_link where account_id = ?")
                .param(account.id())
                .update();
    }

    /** Whether a password is that of an account. Takes as long where there is no such account, or it has none. */
    Optional<Account> check(String name, String password) {
        Optional<Account> account = find(name);
        String kept = account.flatMap(one -> jdbc.sql("select password from account where id = ?")
                        .param(one.id())
                        .query((row, number) -> row.getString(1))
                        .optional())
                .orElse("");
        return passwords.matches(password, kept) ? account : Optional.empty();
    }

    private boolean isLastOwner(Account account) {
        return account.role() == Role.OWNER
                && jdbc.sql("select count(*) from account where role = 'OWNER'")
                                .query((row, number) -> row.getLong(1))
                                .single()
                        == 1;
    }

    private void keepDigests(long id, Role role, Set<String> digests) {
        jdbc.sql("delete from account_digest where account_id = ?").param(id).update();
        if (role == Role.EDITOR) {
            digests.forEach(digest -> jdbc.sql("insert into account_digest (account_id, digest) values (?, ?)")
                    .params(id, digest)
                    .update());
        }
    }

    private Account account(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
        return new Account(
                id,
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                digests(id),
                !row.getString("password").isEmpty(),
                Optional.ofNullable(seen).map(OffsetDateTime::toInstant));
    }

    private Set<String> digests(long id) {
        return new HashSet<>(jdbc.sql("select digest from account_digest where account_id = ?")
                .param(id)
                .query((row, number) -> row.getString(1))
                .list());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
