package dev.standfirst;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real database of its own for one test, with the real schema. */
public final class TestDatabase {

    private final String name;
    private final DataSource source;

    /** The embedded database, in memory. */
    public TestDatabase() {
        this("H2", h2());
    }

    private TestDatabase(String name, DataSource source) {
        this.name = name;
        this.source = source;
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/" + name.toLowerCase(Locale.ROOT))
                .load()
                .migrate();
    }

    /** A database of its own in a PostgreSQL that all tests of a JVM share. */
    public static TestDatabase postgres() {
        String database = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL makes no database", e);
        }
        return new TestDatabase("PostgreSQL", Server.POSTGRES.getDatabase("postgres", database));
    }

    /** The embedded database in a file, for what would not fit into memory. */
    public static TestDatabase inFile(Path folder) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:file:" + folder.resolve("standfirst").toAbsolutePath() + ";WRITE_DELAY=0");
        return new TestDatabase("H2", h2);
    }

    /** One of each kind, for tests of SQL: there is one text for both. */
    public static Stream<TestDatabase> each() {
        return Stream.of(new TestDatabase(), postgres());
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(source);
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    @Override
    public String toString() {
        return name;
    }

    private static DataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    /** Started by the first test that needs it; ends with the JVM. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not start", e);
            }
        }
    }
}
