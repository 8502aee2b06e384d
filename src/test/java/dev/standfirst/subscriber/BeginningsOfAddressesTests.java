package dev.standfirst.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class BeginningsOfAddressesTests {

    @Test
    void postgresFindsBeginningsByAnIndexOfTheirOwn() {
        TestDatabase database = TestDatabase.postgres();

        Flyway.configure()
                .dataSource(database.source())
                .locations("classpath:db/migration", "classpath:db/postgresql")
                .javaMigrations(new BeginningsOfAddresses())
                .outOfOrder(true)
                .load()
                .migrate();

        assertThat(database.jdbc()
                        .sql("select indexdef from pg_indexes where indexname = 'subscriber_beginning'")
                        .query((row, number) -> row.getString(1))
                        .single())
                .isEqualTo("CREATE INDEX subscriber_beginning ON public.subscriber"
                        + " USING btree (normal varchar_pattern_ops)");
    }
}
