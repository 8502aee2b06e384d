package dev.standfirst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.People;
import dev.standfirst.subscriber.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaCopyTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-12T10:00:00Z"), ZoneOffset.UTC);

    private final PGSimpleDataSource source =
            (PGSimpleDataSource) TestDatabase.postgres().source();
    private final People people = new People(JdbcClient.create(source), CLOCK);

    @Test
    void whatIsDoneOnACopyOfPostgresStaysThere() {
        people.subscriptions.add("brief", new EmailAddress("ada@example.org"), "Ada", Reason.of("by hand"));

        try (DataCopy copy = DataCopy.of(null, new Database(source.getURL(), "postgres", ""))) {
            People copied = new People(JdbcClient.create(at(copy)), CLOCK);
            copied.subscriptions.add("brief", new EmailAddress("bo@example.org"), "Bo", Reason.of("a test"));

            assertThat(copied.subscriptions.reach(List.of("brief"))).isEqualTo(2);
        }

        assertThat(people.subscriptions.reach(List.of("brief"))).isEqualTo(1);
        assertThat(JdbcClient.create(source)
                        .sql("select count(*) from information_schema.schemata where schema_name like 'standfirst%'")
                        .query((row, number) -> row.getLong(1))
                        .single())
                .isZero();
    }

    private static PGSimpleDataSource at(DataCopy copy) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(copy.settings().get("standfirst.database.url"));
        source.setUser("postgres");
        return source;
    }
}
