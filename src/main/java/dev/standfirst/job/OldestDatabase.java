package dev.standfirst.job;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Refuses servers whose SQL lacks what settles mails (MERGE), before anything is changed in them; they would be noticed
 * in the middle of an edition.
 */
@Component
class OldestDatabase implements FlywayMigrationStrategy {

    private static final int OLDEST = 15;

    @Override
    public void migrate(Flyway flyway) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection()) {
            DatabaseMetaData server = connection.getMetaData();
            demand(
                    server.getDatabaseProductName(),
                    server.getDatabaseMajorVersion(),
                    server.getDatabaseProductVersion());
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell its version", e);
        }
        flyway.migrate();
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
