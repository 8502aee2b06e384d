package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Subscription.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** People and their places on lists. A person is one address, in its normal form; nobody is deleted by leaving. */
@Repository
public class Subscribers {

    private static final String SUBSCRIPTIONS = """
            select s.id, l.name as list, s.subscriber_id, u.address, u.name, s.status, s.since, s.changed_at
            from subscription s
            join list l on l.id = s.list_id
            join subscriber u on u.id = s.subscriber_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Subscribers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What came of putting somebody on a list. */
    public sealed interface Addition {

        /** The person is on the list now. */
        record Added() implements Addition {}

        /** The person was on the list before; the name was changed, if {@code renamed}. */
        record AlreadyThere(boolean renamed) implements Addition {}

        /** The person left this list and is not brought back. */
        record Left(OffsetDateTime when) implements Addition {}
    }

    /** Names of all lists, sorted. */
    public List<String> lists() {
        return jdbc.sql("select name from list order by name")
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** Makes sure that a list is there. */
    public void createList(String list) {
        if (lists().contains(list)) {
            return;
        }
        try {
            jdbc.sql("insert into list (name, created_at) values (?, ?)")
                    .params(list, now())
                    .update();
        } catch (DuplicateKeyException e) {
            // Somebody else made it in the same moment.
        }
    }

    /**
     * Puts a person on a list. Who left stays away, whatever is imported.
     *
     * @param name may be empty; a name that is given replaces the one that is kept
     * @param cause why, by whom: "imported from readers.csv"
     */
    @Transactional
    public Addition add(String list, EmailAddress address, String name, String cause) {
        createList(list);
        Optional<Subscription> there = find(list, address);
        if (there.isPresent() && there.get().status() == Status.UNSUBSCRIBED) {
            return new Addition.Left(changedAt(there.get().id()));
        }
        long person = person(address, name);
        if (there.isPresent()) {
            return new Addition.AlreadyThere(rename(there.get(), name));
        }
        jdbc.sql("""
                insert into subscription (list_id, subscriber_id, status, since, changed_at, cause)
                select id, :person, 'CONFIRMED', :now, :now, :cause from list where name = :list
                """)
                .param("person", person)
                .param("now", now())
                .param("cause", cause)
                .param("list", list)
                .update();
        return new Addition.Added();
    }

    /**
     * Takes a person who left back, because the person asks for it.
     *
     * @return whether the person had left
     */
    @Transactional
    public boolean bringBack(String list, EmailAddress address, String cause) {
        return find(list, address)
                        .filter(s -> s.status() == Status.UNSUBSCRIBED)
                        .isPresent()
                && change(find(list, address).orElseThrow().id(), Status.CONFIRMED, cause);
    }

    /**
     * Ends a subscription: from now on nothing is sent, also of an edition that is going out.
     *
     * @return whether the person was on the list
     */
    @Transactional
    public boolean remove(String list, EmailAddress address, String cause) {
        Optional<Subscription> there = find(list, address);
        return there.isPresent() && change(there.get().id(), Status.UNSUBSCRIBED, cause);
    }

    /** Sets the state of a subscription; whether it changed anything. */
    @Transactional
    public boolean change(long subscriptionId, Status status, String cause) {
        return jdbc.sql("update subscription set status = :status, changed_at = :now, cause = :cause"
                                + " where id = :id and status <> :status")
                        .param("status", status.name())
                        .param("now", now())
                        .param("cause", cause)
                        .param("id", subscriptionId)
                        .update()
                > 0;
    }

    /** A person's place on a list. */
    public Optional<Subscription> find(String list, EmailAddress address) {
        return jdbc.sql(SUBSCRIPTIONS + " where l.name = ? and u.normal = ?")
                .params(list, address.normal())
                .query(Subscribers::subscription)
                .optional();
    }

    /** A subscription by its number. */
    public Optional<Subscription> find(long subscriptionId) {
        return jdbc.sql(SUBSCRIPTIONS + " where s.id = ?")
                .param(subscriptionId)
                .query(Subscribers::subscription)
                .optional();
    }

    /**
     * The next page of a list, in the order in which people came.
     *
     * @param after number of the last subscription of the page before, or 0
     */
    public List<Subscription> page(String list, long after, int limit) {
        return jdbc.sql(SUBSCRIPTIONS + " where l.name = ? and s.id > ? order by s.id limit ?")
                .params(list, after, limit)
                .query(Subscribers::subscription)
                .list();
    }

    /** How many people of a list are in a state. */
    public long count(String list, Status status) {
        return jdbc.sql("select count(*) from subscription s join list l on l.id = s.list_id"
                        + " where l.name = ? and s.status = ?")
                .params(list, status.name())
                .query(Long.class)
                .single();
    }

    OffsetDateTime changedAt(long subscriptionId) {
        return jdbc.sql("select changed_at from subscription where id = ?")
                .param(subscriptionId)
                .query(OffsetDateTime.class)
                .single();
    }

    private long person(EmailAddress address, String name) {
        Optional<Long> known = personId(address);
        if (known.isEmpty()) {
            jdbc.sql("insert into subscriber (address, normal, name, created_at) values (?, ?, ?, ?)")
                    .params(address.value(), address.normal(), name, now())
                    .update();
        }
        return known.or(() -> personId(address)).orElseThrow();
    }

    private Optional<Long> personId(EmailAddress address) {
        return jdbc.sql("select id from subscriber where normal = ?")
                .param(address.normal())
                .query(Long.class)
                .optional();
    }

    private boolean rename(Subscription there, String name) {
        if (name.isEmpty() || name.equals(there.name())) {
            return false;
        }
        jdbc.sql("update subscriber set name = ? where id = ?")
                .params(name, there.subscriberId())
                .update();
        return true;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                row.getLong("id"),
                row.getString("list"),
                row.getLong("subscriber_id"),
                new EmailAddress(row.getString("address")),
                row.getString("name"),
                Status.valueOf(row.getString("status")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
