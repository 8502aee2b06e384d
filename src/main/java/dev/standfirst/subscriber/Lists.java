package dev.standfirst.subscriber;

import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.text.OneLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists. */
@Repository
public class Lists {

    private static final int TITLE_LENGTH = 200;
    private static final int DESCRIPTION_LENGTH = 1000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private final JdbcClient jdbc;
    private final Race race;
    private final Clock clock;
    private final KeptCounts<String, Map<Status, Long>> counts;

    Lists(JdbcClient jdbc, Race race, Clock clock) {
        this.jdbc = jdbc;
        this.race = race;
        this.clock = clock;
        this.counts = new KeptCounts<>(
                people -> people.values().stream().mapToLong(Long::longValue).sum(), clock);
    }

    /** Whether a text can be the name of a list: small letters, digits and dashes, at most 100. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** All lists, by name. */
    public List<MailingList> all() {
        return jdbc.sql("select * from list order by name").query(Lists::list).list();
    }

    /** Names of all lists, sorted. */
    public List<String> names() {
        return all().stream().map(MailingList::name).toList();
    }

    /** A list by its name; what can be no name finds nothing. */
    public Optional<MailingList> find(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        return jdbc.sql("select * from list where name = ?")
                .param(name)
                .query(Lists::list)
                .optional();
    }

    /** A list by its number. */
    public Optional<MailingList> find(long id) {
        return jdbc.sql("select * from list where id = ?")
                .param(id)
                .query(Lists::list)
                .optional();
    }

    /**
     * The list of that name, made where it is not there yet.
     *
     * @throws IllegalArgumentException where the text is no name
     */
    public MailingList require(String name) {
        return find(name).orElseGet(() -> make(name));
    }

    /**
     * Changes what a list says of itself.
     *
     * @param list with the values it shall have and the version that was read
     * @return whether it was changed: false where somebody else changed or removed it meanwhile
     */
    public boolean update(MailingList list) {
        return jdbc.sql("""
                        update list set title = :title, description = :description, joinable = :joinable,
                               version = version + 1
                        where id = :id and version = :version
                        """)
                        .param("title", list.title().equals(list.name()) ? "" : OneLine.of(list.title(), TITLE_LENGTH))
                        .param("description", OneLine.of(list.description(), DESCRIPTION_LENGTH))
                        .param("joinable", list.joinable())
                        .param("id", list.id())
                        .param("version", list.version())
                        .update()
                == 1;
    }

    /**
     * Removes a list that nobody was ever on, and into which nothing was imported.
     *
     * @return whether it was removed: false where it is not there or has people, also such as left
     */
    @Undivided
    public boolean remove(String name) {
        return jdbc.sql("""
                        delete from list where name = :name
                          and not exists (select 1 from subscription s where s.list_id = list.id)
                          and not exists (select 1 from history h where h.list_id = list.id)
                          and not exists (select 1 from import i where i.list_id = list.id)
                        """).param("name", name).update() == 1;
    }

    /** How many people of a list are in each state, every state present. Over 50,000 as of half a minute ago. */
    public Map<Status, Long> counts(String name) {
        return counts.of(name, () -> count(name));
    }

    private Map<Status, Long> count(String name) {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            counts.put(status, 0L);
        }
        jdbc.sql("""
                select s.status, count(*) from subscription s join list l on l.id = s.list_id
                where l.name = ? group by s.status
                """).param(name).query(row -> {
            counts.put(Status.valueOf(row.getString(1)), row.getLong(2));
        });
        return Collections.unmodifiableMap(counts);
    }

    private MailingList make(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a name of a list: use small letters, digits and dashes".formatted(name));
        }
        race.insert(jdbc.sql("insert into list (name, created_at) values (?, ?)")
                .params(name, clock.instant().atOffset(ZoneOffset.UTC)));
        return find(name).orElseThrow();
    }

    private static MailingList list(ResultSet row, int number) throws SQLException {
        String title = row.getString("title");
        return new MailingList(
                row.getLong("id"),
                row.getString("name"),
                title.isEmpty() ? row.getString("name") : title,
                row.getString("description"),
                row.getBoolean("joinable"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
