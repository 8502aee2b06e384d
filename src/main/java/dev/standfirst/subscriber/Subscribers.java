package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.text.OneLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People. A person is one address, in its normal form; nobody is deleted by leaving a list. */
@Repository
public class Subscribers {

    private static final int NAME_LENGTH = 500;

    private final JdbcClient jdbc;
    private final Race race;
    private final History history;
    private final Clock clock;

    Subscribers(JdbcClient jdbc, Race race, History history, Clock clock) {
        this.jdbc = jdbc;
        this.race = race;
        this.history = history;
        this.clock = clock;
    }

    /** The person with an address, however it is written. */
    public Optional<Subscriber> find(EmailAddress address) {
        return jdbc.sql("select * from subscriber where normal = ?")
                .param(address.normal())
                .query(Subscribers::subscriber)
                .optional();
    }

    /** A person by number. */
    public Optional<Subscriber> find(long id) {
        return jdbc.sql("select * from subscriber where id = ?")
                .param(id)
                .query(Subscribers::subscriber)
                .optional();
    }

    /**
     * The next page of the people that a filter finds, in the order in which they became known.
     *
     * @param after number of the last person of the page before, or 0
     */
    public List<Subscriber> page(Filter filter, long after, int limit) {
        FilterSql condition = FilterSql.ofPeople(filter);
        return jdbc.sql("select u.* from subscriber u where u.id > :after and " + condition.text()
                        + " order by u.id limit :limit")
                .params(condition.values())
                .param("after", after)
                .param("limit", limit)
                .query(Subscribers::subscriber)
                .list();
    }

    /** How many people a filter finds. */
    public long count(Filter filter) {
        FilterSql condition = FilterSql.ofPeople(filter);
        return jdbc.sql("select count(*) from subscriber u where " + condition.text())
                .params(condition.values())
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /**
     * The person with an address, made where there is none yet.
     *
     * @param name for a new person; of a known one nothing is changed
     */
    @Undivided
    public Subscriber require(EmailAddress address, String name) {
        return find(address).orElseGet(() -> make(address, name));
    }

    /**
     * Changes a person's name.
     *
     * @return whether it was another one
     */
    @Undivided
    public boolean rename(long id, String name, Reason reason) {
        String tidy = tidy(name);
        boolean renamed = jdbc.sql("""
                        update subscriber set name = :name, changed_at = :now, version = version + 1
                        where id = :id and name <> :name
                        """)
                        .param("name", tidy)
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
        if (renamed) {
            history.record(id, History.Event.NAME, reason);
        }
        return renamed;
    }

    /**
     * Changes name and attributes of a person.
     *
     * @param person with the values it shall have and the version that was read; its address is not looked at
     * @return whether it was changed: false where somebody else changed or erased it meanwhile
     */
    @Undivided
    public boolean update(Subscriber person, Reason reason) {
        boolean changed = jdbc.sql("""
                        update subscriber set name = :name, attributes = :attributes, changed_at = :now,
                               version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("name", tidy(person.name()))
                        .param("attributes", AttributeText.tidy(person.attributes()))
                        .param("now", now())
                        .param("id", person.id())
                        .param("version", person.version())
                        .update()
                == 1;
        if (changed) {
            history.record(person.id(), History.Event.NAME, reason);
        }
        return changed;
    }

    /** A name on one line, as long as there is room for. */
    public static String tidy(String name) {
        return OneLine.of(name, NAME_LENGTH);
    }

    private Subscriber make(EmailAddress address, String name) {
        race.insert(jdbc.sql("""
                insert into subscriber (address, normal, domain, name, created_at, changed_at)
                values (:address, :normal, :domain, :name, :now, :now)
                """)
                .param("address", address.value())
                .param("normal", address.normal())
                .param("domain", address.domain())
                .param("name", tidy(name))
                .param("now", now()));
        return find(address).orElseThrow();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static Subscriber subscriber(ResultSet row, int number) throws SQLException {
        return new Subscriber(
                row.getLong("id"),
                new EmailAddress(row.getString("address")),
                row.getString("name"),
                row.getString("attributes"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
