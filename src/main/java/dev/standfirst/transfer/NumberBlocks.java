package dev.standfirst.transfer;

import java.sql.Connection;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Sees to it that numbers of rows are handed out in large blocks. H2 writes every block to disk, in a commit of its
 * own, and a block is 32 numbers: of a million people three hundred thousand commits came. PostgreSQL needs nothing of
 * this, and there blocks belong to connections, so that numbers would no longer grow with time.
 */
@Component
class NumberBlocks {

    private static final List<String> TABLES = List.of("subscriber", "subscription", "history");

    private final JdbcTemplate jdbc;

    NumberBlocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Outside of a transaction; done before, it changes nothing. */
    void enlarge() {
        String product = jdbc.execute((ConnectionCallback<String>)
                (Connection connection) -> connection.getMetaData().getDatabaseProductName());
        if ("H2".equals(product)) {
            TABLES.forEach(
                    table -> jdbc.execute("alter table %s alter column id set cache %d".formatted(table, Pass.PIECE)));
        }
    }
}
