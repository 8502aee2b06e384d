package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.text.OneLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** People. A person is one address, in its normal form; nobody is deleted by leaving a list. */
@Repository
public class Subscribers {

    private static final int NAME_LENGTH = 500;

    private final JdbcClient jdbc;
    private final History history;
    private final Clock clock;

    Subscribers(JdbcClient jdbc, History history, Clock clock) {
        this.jdbc = jdbc;
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
     * The person with an address, made where there is none yet.
     *
     * @param name for a new person; of a known one nothing is changed
     */
    @Transactional
    public Subscriber require(EmailAddress address, String name) {
        return find(address).orElseGet(() -> make(address, name));
    }

    /**
     * Changes a person's name.
     *
     * @return whether it was another one
     */
    @Transactional
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
    @Transactional
    public boolean update(Subscriber person, Reason reason) {
        boolean changed = jdbc.sql("""
                        update subscriber set name = :name, attributes = :attributes, changed_at = :now,
                               version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("name", tidy(person.name()))
                        .param("attributes", person.attributes())
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
        try {
            jdbc.sql("""
                    insert into subscriber (address, normal, domain, name, created_at, changed_at)
                    values (:address, :normal, :domain, :name, :now, :now)
                    """)
                    .param("address", address.value())
                    .param("normal", address.normal())
                    .param("domain", address.domain())
                    .param("name", tidy(name))
                    .param("now", now())
                    .update();
        } catch (DuplicateKeyException e) {
            // Somebody else made the same person in the same moment.
        }
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
