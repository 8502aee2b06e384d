package dev.standfirst.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.PreferenceColumns;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Subscription.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes people of a list as CSV, with all that an import needs to make the same of it: names, states, times,
 * preferences, attributes. No cell starts a formula in a spreadsheet.
 */
@Component
public class Exporter {

    private static final int PAGE = 5_000;

    private static final List<String> COLUMNS = List.of(
            "email",
            "name",
            "status",
            "frequency",
            "hour",
            "timezone",
            "language",
            "topics",
            "topics_out",
            "words",
            "words_out",
            "own_language",
            "plain_text",
            "paused_until",
            "created_at",
            "subscribed_at",
            "confirmed_at",
            "left_at",
            "attributes");

    private static final String PEOPLE = """
            select s.*, u.address, u.name, u.attributes, u.created_at,
                   exists (select 1 from suppression x where x.entry in (u.normal, u.domain)) as suppressed
            from subscription s
            join subscriber u on u.id = s.subscriber_id
            where s.list_id = :list and s.id > :after
            order by s.id limit :page
            """;

    private final JdbcClient jdbc;
    private final Lists lists;

    Exporter(JdbcClient jdbc, Lists lists) {
        this.jdbc = jdbc;
        this.lists = lists;
    }

    /**
     * Writes the people of a list, in the order in which they came, in whatever state. Whoever is never mailed has the
     * status "suppressed".
     *
     * @param list name of the list; nobody is on one that does not exist
     * @param out not closed by this
     * @return how many
     * @throws IOException where it cannot be written
     */
    public long export(String list, Writer out) throws IOException {
        try {
            CsvWriter csv = Cells.writer(out);
            csv.writeRecord(COLUMNS);
            long people = 0;
            long id = lists.find(list).map(MailingList::id).orElse(0L);
            for (Page page = page(id, 0); page.people() > 0; page = page(id, page.last())) {
                page.rows().forEach(csv::writeRecord);
                people += page.people();
            }
            csv.flush();
            return people;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Some people.
     *
     * @param last number of the last place
     */
    private record Page(List<List<String>> rows, long last) {

        int people() {
            return rows.size();
        }
    }

    private Page page(long list, long after) {
        List<List<String>> rows = new ArrayList<>(PAGE);
        long[] last = {after};
        jdbc.sql(PEOPLE)
                .param("list", list)
                .param("after", after)
                .param("page", PAGE)
                .query(row -> {
                    last[0] = row.getLong("id");
                    rows.add(cells(row));
                });
        return new Page(rows, last[0]);
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        Status status = Status.valueOf(row.getString("status"));
        List<String> cells = new ArrayList<>(COLUMNS.size());
        cells.add(row.getString("address"));
        cells.add(row.getString("name"));
        cells.add(row.getBoolean("suppressed") ? "suppressed" : status.name().toLowerCase(Locale.ROOT));
        addPreferences(cells, PreferenceColumns.of(row));
        cells.add(time(row, "created_at"));
        cells.add(time(row, "since"));
        cells.add(status == Status.CONFIRMED ? time(row, "changed_at") : "");
        cells.add(status == Status.UNSUBSCRIBED ? time(row, "changed_at") : "");
        String attributes = row.getString("attributes");
        cells.add(attributes.equals(Attributes.NONE) ? "" : attributes);
        cells.replaceAll(SafeCell::close);
        return cells;
    }

    private static void addPreferences(List<String> cells, Preferences preferences) {
        cells.add(Rhythm.write(preferences));
        cells.add(text(preferences.hour().map(LocalTime::toString)));
        cells.add(text(preferences.zone().map(ZoneId::getId)));
        cells.add(text(preferences.language().map(Locale::toLanguageTag)));
        cells.add(Choices.write(preferences.topics().in()));
        cells.add(Choices.write(preferences.topics().out()));
        cells.add(Choices.write(preferences.words().in()));
        cells.add(Choices.write(preferences.words().out()));
        cells.add(preferences.ownLanguage() ? "yes" : "");
        cells.add(preferences.plainText() ? "yes" : "");
        cells.add(text(preferences.pausedUntil().map(LocalDate::toString)));
    }

    private static String text(Optional<String> value) {
        return value.orElse("");
    }

    private static String time(ResultSet row, String column) throws SQLException {
        Instant time = row.getObject(column, OffsetDateTime.class).toInstant();
        return time.toString();
    }
}
