package dev.standfirst.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Opens the database, and brings its tables up to date.
 *
 * <p>Of processes that meet at the embedded database, one after the other comes in: the first opens its file, puts
 * right what a killed process left of it, and makes the tables; the others are its guests. When it has done its work it
 * waits a while for them to leave, and lets nobody in meanwhile: those who come open the file anew. Of servers, those
 * are refused whose SQL lacks what settles mails (MERGE), before anything is changed in them; they would be noticed in
 * the middle of an edition.
 */
@Component
class DatabaseOpening implements FlywayConfigurationCustomizer, FlywayMigrationStrategy, DisposableBean {

    private static final int OLDEST = 15;

    /**
     * In H2's numbers, what a process meets where another one that has the file opens or closes it in this moment: it
     * is in use, its lock was just changed, it was closed, the connection to the other one broke.
     */
    private static final Set<Integer> CHANGES_HANDS = Set.of(90020, 8000, 90121, 90098, 90067);

    /** How long a process waits for others; a file that a killed process left takes some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * How long the process that has the file waits for its guests. Most have done theirs by then. One that stays opens
     * the file anew, and what it was about to write fails and is done again.
     */
    private static final Duration COURTESY = Duration.ofSeconds(20);

    private static final Duration MOMENT = Duration.ofMillis(20);

    /** Guests are those who have an address; none where this process is a guest itself. */
    private static final String GUESTS = """
            select count(*) from information_schema.sessions guest
            where guest.client_addr is not null
              and exists (select 1 from information_schema.sessions own
                          where own.session_id = session_id() and own.client_addr is null)
            """;

    private final DataSource source;
    private final String url;
    private final Path data;

    DatabaseOpening(
            DataSource source, @Value("${spring.datasource.url}") String url, @Value("${standfirst.data}") Path data) {
        this.source = source;
        this.url = url;
        this.data = data;
        if (isFile()) {
            // The process that has the file may close it at any time: no connection is believed without asking.
            System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
        }
    }

    private boolean isFile() {
        return url.startsWith("jdbc:h2:file:");
    }

    /**
     * The schema is one text for both databases, but for how each keeps its tables. Which one it is, is known by its
     * address: Flyway's own word for it, {vendor}, would open the database before its turn.
     */
    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.locations(
                "classpath:db/migration", url.startsWith("jdbc:h2:") ? "classpath:db/h2" : "classpath:db/postgresql");
    }

    @Override
    public void migrate(Flyway flyway) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        if (isFile()) {
            inTurn(end, () -> open(flyway, end));
        } else {
            open(flyway, end);
        }
    }

    /** Called when nobody in this process needs the database any more. */
    @Override
    public void destroy() {
        if (isFile() && source instanceof HikariDataSource pool && !pool.isClosed() && guests() > 0) {
            long end = System.nanoTime() + COURTESY.toNanos();
            inTurn(end, () -> {
                while (guests() > 0 && System.nanoTime() < end) {
                    LockSupport.parkNanos(MOMENT.toNanos());
                }
                pool.close();
            });
        }
    }

    private int guests() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(GUESTS)) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            return 0;
        }
    }

    /**
     * Does it while no other process does. Whoever waited until the end goes on all the same: the database itself lets
     * in one only. A process that dies gives its turn back.
     */
    private void inTurn(long end, Runnable work) {
        Path turn = data.resolve("standfirst.opening");
        try (FileChannel channel = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (lock(channel).isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(MOMENT.toNanos());
            }
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private static void open(Flyway flyway, long end) {
        while (true) {
            try {
                check(flyway.getConfiguration().getDataSource());
                flyway.migrate();
                return;
            } catch (RuntimeException | SQLException e) {
                if (!changesHands(e)) {
                    throw e instanceof RuntimeException known
                            ? known
                            : new IllegalStateException("the database cannot be opened", e);
                }
                if (System.nanoTime() > end) {
                    throw new IllegalStateException("the database cannot be opened", e);
                }
                LockSupport.parkNanos(MOMENT.toNanos());
            }
        }
    }

    private static void check(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            DatabaseMetaData server = connection.getMetaData();
            demand(
                    server.getDatabaseProductName(),
                    server.getDatabaseMajorVersion(),
                    server.getDatabaseProductVersion());
        }
    }

    private static boolean changesHands(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && CHANGES_HANDS.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks a version.
     *
     * @param product "PostgreSQL", or what needs no check
     * @param version in words: "14.2 (Debian 14.2-1)"
     */
    static void demand(String product, int major, String version) {
        if (product.equals("PostgreSQL") && major < OLDEST) {
            throw new OldDatabaseException("PostgreSQL %s is too old; Standfirst needs PostgreSQL %d or newer"
                    .formatted(version.strip().split("\\s+", 2)[0], OLDEST));
        }
    }
}
