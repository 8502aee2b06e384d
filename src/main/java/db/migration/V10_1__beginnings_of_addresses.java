package db.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Makes the beginnings of a million addresses quick to find. H2 takes the unique index for that; PostgreSQL needs one
 * that does not depend on the language of the database.
 */
@SuppressWarnings("checkstyle:TypeName") // version and description are the name
public final class V10_1__beginnings_of_addresses extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create index subscriber_beginning on subscriber (normal varchar_pattern_ops)");
            }
        }
    }
}
