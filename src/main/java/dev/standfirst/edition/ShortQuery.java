package dev.standfirst.edition;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Asks the database what strangers ask for, and gives up when the answer takes too long. */
final class ShortQuery {

    /** H2 and PostgreSQL: the statement was cancelled. */
    private static final String CANCELLED = "57014";

    private final JdbcTemplate jdbc;
    private final Duration limit;

    /** @param limit whole seconds, at least one */
    ShortQuery(JdbcTemplate jdbc, Duration limit) {
        this.jdbc = jdbc;
        this.limit = limit;
    }

    /** What the question finds; empty where a statement of it ran into the limit. */
    <T> Optional<T> ask(Function<JdbcClient, T> question) {
        try {
            return Optional.ofNullable(jdbc.execute((ConnectionCallback<T>) connection -> ask(connection, question)));
        } catch (DataAccessException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
                    && CANCELLED.equals(cause.getSQLState())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private <T> T ask(Connection connection, Function<JdbcClient, T> question) throws SQLException {
        JdbcTemplate limited = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        limited.setQueryTimeout((int) limit.toSeconds());
        try {
            return question.apply(JdbcClient.create(limited));
        } finally {
            // In H2 the limit is one of the connection, which goes back to the pool for other work.
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(0);
            }
        }
    }
}
