package dev.standfirst.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class ShortQueryTests {

    /** Counts to more than anybody waits for, on both databases. */
    private static final String ENDLESS = """
            with recursive n (i) as (select 1 union all select i + 1 from n where i < 2000000000)
            select count(*) from n
            """;

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void anAnswerThatTakesTooLongIsNone(TestDatabase database) throws SQLException {
        try (Connection connection = database.source().getConnection()) {
            ShortQuery query = new ShortQuery(
                    new JdbcTemplate(new SingleConnectionDataSource(connection, true)), Duration.ofSeconds(1));

            assertThat(query.ask(jdbc -> count(jdbc, ENDLESS))).isEmpty();
            assertThat(query.ask(jdbc -> count(jdbc, "select 7"))).isEqualTo(Optional.of(7L));
            try (Statement next = connection.createStatement()) {
                assertThat(next.getQueryTimeout())
                        .as("limit of the connection's other work")
                        .isZero();
            }
        }
    }

    private static long count(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query((row, number) -> row.getLong(1)).single();
    }
}
