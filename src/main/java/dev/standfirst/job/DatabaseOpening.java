package dev.standfirst.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Opens the database, and brings its tables up to date.
 *
 * <p>Of processes that meet at the embedded database, one after the other comes in: the first opens its file, puts
 * right what a killed process left of it, and makes the tables; the others join it. Of servers, those are refused whose
 * SQL lacks what settles mails (MERGE), before anything is changed in them; they would be noticed in the middle of an
 * edition.
 */
@Component
class DatabaseOpening implements FlywayMigrationStrategy {

    private static final int OLDEST = 15;

    /**
     * In H2's numbers, what a process meets where another one that has the file opens or closes it in this moment: it
     * is in use, its lock was just changed, it was closed, the connection to the other one broke.
     */
    private static final Set<Integer> CHANGES_HANDS = Set.of(90020, 8000, 90121, 90098, 90067);

    /** How long a process waits for others; a file that a killed process left takes some seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration MOMENT = Duration.ofMillis(20);

    private final String url;
    private final Path data;

    DatabaseOpening(@Value("${spring.datasource.url}") String url, @Value("${standfirst.data}") Path data) {
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

    @Override
    public void migrate(Flyway flyway) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        if (isFile()) {
            inTurn(end, () -> open(flyway, end));
        } else {
            open(flyway, end);
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
