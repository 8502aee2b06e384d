package dev.standfirst.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.standfirst.subscriber.Filter;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.PreferenceColumns;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
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
            """;

    // Windows of numbers are read along the primary key. The sum keeps H2 from going through the index of the list
    // instead, which it would sort anew for each window.
    private static final String WINDOW =
            PEOPLE + "where s.id > :after and s.id <= :to and s.list_id + 0 = :list order by s.id";

    private static final String NAMED = PEOPLE + "where s.id in (:numbers) order by s.id";
    private static final int FOUND = 500;

    private final JdbcClient jdbc;
    private final Lists lists;
    private final Subscriptions subscriptions;

    Exporter(JdbcClient jdbc, Lists lists, Subscriptions subscriptions) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.subscriptions = subscriptions;
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
            Span span = span(id);
            for (long after = span.first() - 1; after < span.last(); after += PAGE) {
                List<List<String>> page = page(id, after);
                page.forEach(csv::writeRecord);
                people += page.size();
            }
            csv.flush();
            return people;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Writes the places that a filter finds, on whatever list, as {@link #export(String, Writer)} does.
     *
     * @param out not closed by this
     * @return how many
     * @throws IOException where it cannot be written
     */
    public long export(Filter filter, Writer out) throws IOException {
        return export((after, limit) -> subscriptions.page(filter, after, limit), out);
    }

    /**
     * Finds the next places behind the one of a number, or behind 0, in an order that stays; none where all are found.
     */
    public interface Search {
        List<Subscription> next(long after, int limit);
    }

    /** The same of places that somebody finds. */
    public long export(Search search, Writer out) throws IOException {
        try {
            CsvWriter csv = Cells.writer(out);
            csv.writeRecord(COLUMNS);
            long people = 0;
            List<Long> found = found(search, 0);
            while (!found.isEmpty()) {
                List<List<String>> page = jdbc.sql(NAMED)
                        .param("numbers", found)
                        .query((row, number) -> cells(row))
                        .list();
                page.forEach(csv::writeRecord);
                people += page.size();
                found = found(search, found.get(found.size() - 1));
            }
            csv.flush();
            return people;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Long> found(Search search, long after) {
        return search.next(after, FOUND).stream().map(Subscription::id).toList();
    }

    /** The numbers of the first and the last place of a list. */
    private record Span(long first, long last) {}

    private Span span(long list) {
        return jdbc.sql("select coalesce(min(id), 1), coalesce(max(id), 0) from subscription where list_id = ?")
                .param(list)
                .query((row, number) -> new Span(row.getLong(1), row.getLong(2)))
                .single();
    }

    private List<List<String>> page(long list, long after) {
        return jdbc.sql(WINDOW)
                .param("list", list)
                .param("after", after)
                .param("to", after + PAGE)
                .query((row, number) -> cells(row))
                .list();
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
