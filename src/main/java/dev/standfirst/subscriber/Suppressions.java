package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who is never mailed, whatever a list says. An entry is an address in normal form, a whole domain, or the salted hash
 * of an address that we no longer know.
 */
@Repository
public class Suppressions {

    /**
     * A condition of SQL that holds where nobody suppressed the person {@code u}. Hashes are left out: who is known by
     * a hash alone is no person of ours, and is stopped when somebody wants to make it one; the hash of a person we
     * know comes with an entry for the address.
     */
    public static final String NOT_SUPPRESSED = """
            (not exists (select 1 from suppression x where x.entry = u.normal)
             and not exists (select 1 from suppression x where x.entry = u.domain))
            """;

    private static final String HASH = SuppressionEntry.HASH;
    private static final String PURPOSE = "fingerprint";

    private final JdbcClient jdbc;
    private final Race race;
    private final InstallationKey key;
    private final History history;
    private final ObjectProvider<Leaving> leaving;
    private final Clock clock;
    private final KnownByHash known;

    Suppressions(
            JdbcClient jdbc,
            Race race,
            InstallationKey key,
            History history,
            ObjectProvider<Leaving> leaving,
            Clock clock) {
        this.jdbc = jdbc;
        this.race = race;
        this.key = key;
        this.history = history;
        this.leaving = leaving;
        this.clock = clock;
        this.known = new KnownByHash(jdbc, this::fingerprint);
    }

    /** Why nobody mails there. */
    public enum Cause {
        /** Somebody who runs this installation said so. */
        OPERATOR,
        /** Mail came back. */
        BOUNCE,
        /** The person called a mail spam. */
        COMPLAINT,
        /** The person had everything erased. */
        ERASED
    }

    /**
     * One entry.
     *
     * @param id its number
     * @param entry an address in normal form, a domain, or {@code hash:} and a salted hash
     * @param cause the kind of reason
     * @param words the reason in words
     * @param since when it was made
     */
    public record Suppression(long id, String entry, Cause cause, String words, Instant since) {}

    /**
     * An entry to be.
     *
     * @param since when it was made elsewhere; empty: now
     */
    public record Kept(SuppressionEntry entry, Cause cause, Reason reason, Optional<Instant> since) {}

    /** The entry that stops mail to an address, if any. */
    public Optional<Suppression> find(EmailAddress address) {
        return jdbc.sql("select * from suppression where entry in (:normal, :domain, :hash) order by id limit 1")
                .param("normal", address.normal())
                .param("domain", address.domain())
                .param("hash", fingerprint(address))
                .query(Suppressions::suppression)
                .optional();
    }

    /** The entry with exactly that text, if any. */
    public Optional<Suppression> find(String entry) {
        if (entry.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return jdbc.sql("select * from suppression where entry = ?")
                .param(entry)
                .query(Suppressions::suppression)
                .optional();
    }

    /** An entry by its number. */
    public Optional<Suppression> find(long id) {
        return jdbc.sql("select * from suppression where id = ?")
                .param(id)
                .query(Suppressions::suppression)
                .optional();
    }

    /**
     * The next page of entries, in the order in which they were made.
     *
     * @param after number of the last entry of the page before, or 0
     */
    public List<Suppression> page(long after, int limit) {
        return jdbc.sql("select * from suppression where id > ? order by id limit ?")
                .params(after, limit)
                .query(Suppressions::suppression)
                .list();
    }

    /**
     * Stops mail to an address, at once, also of an edition that is going out: whoever asks for it may have to wait a
     * moment, until nothing for the person is in hand any more.
     *
     * @return whether it was not stopped by an entry of its own before
     */
    @Undivided
    public boolean add(EmailAddress address, Cause cause, Reason reason) {
        boolean added = enter(new Kept(new SuppressionEntry.Address(address), cause, reason, Optional.empty()));
        if (added) {
            person(address).ifPresent(person -> leaving.forEach(one -> one.stopped(person)));
        }
        return added;
    }

    /**
     * Stops mail to all addresses of a domain; its subdomains are domains of their own.
     *
     * @param domain as people write it; kept as A-label
     */
    @Undivided
    public boolean addDomain(String domain, Cause cause, Reason reason) {
        return insert(SuppressionEntry.ascii(domain), cause, reason.cause(), clock.instant());
    }

    /** Stops mail as an entry says; where it is the hash of a person we know, by an entry for the address as well. */
    @Undivided
    public boolean add(SuppressionEntry entry, Cause cause, Reason reason) {
        return entry instanceof SuppressionEntry.Address named
                ? add(named.address(), cause, reason)
                : addAll(all -> all.accept(new Kept(entry, cause, reason, Optional.empty()))) == 1;
    }

    /**
     * Stops mail as many entries say, all of them or none. What is there already stays as it is.
     *
     * @param entries hands each entry to what it is given; may be asked for them again from the start
     * @return how many were not there before
     */
    @Undivided
    public long addAll(Consumer<Consumer<Kept>> entries) {
        long before = known.latest();
        AtomicLong added = new AtomicLong();
        AtomicBoolean hashed = new AtomicBoolean();
        entries.accept(one -> {
            if (enter(one)) {
                added.incrementAndGet();
                hashed.compareAndSet(false, one.entry() instanceof SuppressionEntry.Hash);
            }
        });
        if (hashed.get()) {
            known.each(
                    before,
                    (address, one) -> enter(new Kept(
                            new SuppressionEntry.Address(address),
                            one.cause(),
                            Reason.of(one.words()),
                            Optional.of(one.since()))));
        }
        return added.get();
    }

    /** Keeps an address out of which nothing but a salted hash stays. */
    @Undivided
    public boolean addFingerprint(EmailAddress address, Cause cause, Reason reason) {
        return insert(fingerprint(address), cause, reason.cause(), clock.instant());
    }

    /**
     * Allows mail again.
     *
     * @return whether there was such an entry
     */
    @Undivided
    public boolean remove(String entry, Reason reason) {
        boolean removed = entry.indexOf('\0') < 0
                && jdbc.sql("delete from suppression where entry = ?")
                                .param(entry)
                                .update()
                        == 1;
        if (removed && EmailAddress.parse(entry) instanceof EmailAddress.Parsed.Valid valid) {
            remember(valid.address(), History.Event.RELEASED, reason);
            person(valid.address()).ifPresent(person -> leaving.forEach(one -> one.released(person)));
        }
        return removed;
    }

    /** Lets a person back who was erased and asks to join again. */
    @Undivided
    public void forgetErasure(EmailAddress address) {
        jdbc.sql("delete from suppression where entry in (?, ?) and reason = ?")
                .params(fingerprint(address), address.normal(), Cause.ERASED.name())
                .update();
    }

    /** All entries that stop mail to an address, in the order in which they were made. */
    public List<Suppression> covering(EmailAddress address) {
        return jdbc.sql("select * from suppression where entry in (:entries) order by id")
                .param("entries", entriesFor(address))
                .query(Suppressions::suppression)
                .list();
    }

    /**
     * Forgets an address: what stopped mail to it by name now does so by its hash, and no other entry's words tell it.
     *
     * @param words why, without a trace of the person
     */
    @Undivided
    void erase(EmailAddress address, String words) {
        jdbc.sql("delete from suppression where entry = ?")
                .param(address.normal())
                .update();
        jdbc.sql("update suppression set cause = :words where position(:normal in lower(cause)) > 0")
                .param("words", "told of a person who was erased")
                .param("normal", address.normal())
                .update();
        addFingerprint(address, Cause.ERASED, Reason.of(words));
    }

    /** The entry that stands for an address without telling it: the same for every spelling of it. */
    public String fingerprint(EmailAddress address) {
        return HASH + key.sign(PURPOSE, address.normal());
    }

    /** The texts under which an address can be suppressed: itself, its domain, its hash. */
    public List<String> entriesFor(EmailAddress address) {
        return Arrays.asList(address.normal(), address.domain(), fingerprint(address));
    }

    private boolean enter(Kept one) {
        Instant since = one.since().orElseGet(clock::instant);
        boolean added = insert(one.entry().text(), one.cause(), one.reason().cause(), since);
        if (added && one.entry() instanceof SuppressionEntry.Address named) {
            remember(named.address(), History.Event.SUPPRESSED, one.reason());
        }
        return added;
    }

    private boolean insert(String entry, Cause cause, String words, Instant since) {
        return find(entry).isEmpty()
                && race.insert(
                        jdbc.sql("insert into suppression (entry, reason, cause, created_at) values (?, ?, ?, ?)")
                                .params(entry, cause.name(), words, since.atOffset(ZoneOffset.UTC)));
    }

    private void remember(EmailAddress address, History.Event event, Reason reason) {
        person(address).ifPresent(person -> history.record(person, event, reason));
    }

    private Optional<Long> person(EmailAddress address) {
        return jdbc.sql("select id from subscriber where normal = ?")
                .param(address.normal())
                .query((row, number) -> row.getLong(1))
                .optional();
    }

    static Suppression suppression(ResultSet row, int number) throws SQLException {
        return new Suppression(
                row.getLong("id"),
                row.getString("entry"),
                Cause.valueOf(row.getString("reason")),
                row.getString("cause"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
