package dev.standfirst.cli;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A copy of a PostgreSQL database: every table with its rows, in a schema of its own beside the real one. One that a
 * killed process left behind is thrown away by the first copy of a later day.
 */
final class SchemaCopy implements DataCopy {

    private static final String PREFIX = "standfirst_copy_";

    private final Database database;
    private final String schema;

    private SchemaCopy(Database database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    static SchemaCopy of(Database database) {
        try (Connection connection = connect(database)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            String today = PREFIX + jdbc.queryForObject("select to_char(current_date, 'YYYYMMDD')", String.class);
            String schema = today + "_" + UUID.randomUUID().toString().substring(0, 8);
            forgetOld(jdbc, today);
            jdbc.execute("create schema " + schema);
            copySequences(jdbc, schema);
            copyTables(jdbc, schema);
            connection.commit();
            return new SchemaCopy(database, schema);
        } catch (SQLException | org.springframework.dao.DataAccessException e) {
            throw new CommandException(
                            ExitCode.FAILED,
                            "the database could not be copied: "
                                    + String.valueOf(e.getMessage())
                                            .lines()
                                            .findFirst()
                                            .orElse(""),
                            "Nothing was changed or sent.",
                            "The user of the database must be allowed to make a schema in it.")
                    .causedBy(e);
        }
    }

    @Override
    public Map<String, String> settings() {
        String separator = database.url().contains("?") ? "&" : "?";
        return Map.of("standfirst.database.url", database.url() + separator + "currentSchema=" + schema);
    }

    private static void forgetOld(JdbcTemplate jdbc, String today) {
        jdbc
                .queryForList(
                        "select schema_name from information_schema.schemata where schema_name like 'standfirst\\_copy\\_%'",
                        String.class)
                .stream()
                .filter(name -> !name.startsWith(today) && name.matches("standfirst_copy_\\d{8}_[0-9a-f]{8}"))
                .forEach(name -> jdbc.execute("drop schema " + name + " cascade"));
    }

    private static void copySequences(JdbcTemplate jdbc, String schema) {
        for (Map<String, @Nullable Object> sequence : jdbc.queryForList("""
                select c.relname as name, coalesce(s.last_value, 0) + 1 as next
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                join pg_sequences s on s.schemaname = n.nspname and s.sequencename = c.relname
                where c.relkind = 'S' and n.nspname = current_schema()
                  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'i')
                """)) {
            jdbc.execute("create sequence %s.\"%s\" start %s cache 1"
                    .formatted(schema, sequence.get("name"), sequence.get("next")));
        }
    }

    private static void copyTables(JdbcTemplate jdbc, String schema) {
        for (String table : jdbc.queryForList(
                "select tablename from pg_tables where schemaname = current_schema() order by 1", String.class)) {
            jdbc.execute("create table %1$s.\"%2$s\" (like \"%2$s\" including all)".formatted(schema, table));
            jdbc.execute("insert into %1$s.\"%2$s\" overriding system value select * from \"%2$s\""
                    .formatted(schema, table));
        }
        for (Map<String, @Nullable Object> column : jdbc.queryForList("""
                select table_name, column_name from information_schema.columns
                where table_schema = current_schema() and is_identity = 'YES'
                """)) {
            jdbc.execute(
                    "select setval(pg_get_serial_sequence('%1$s.\"%2$s\"', '%3$s'), (select coalesce(max(\"%3$s\"), 0) + 1 from %1$s.\"%2$s\"), false)"
                            .formatted(schema, column.get("table_name"), column.get("column_name")));
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }

    @Override
    public void close() {
        try (Connection connection = connect(database)) {
            new JdbcTemplate(new SingleConnectionDataSource(connection, true))
                    .execute("drop schema " + schema + " cascade");
        } catch (SQLException | org.springframework.dao.DataAccessException e) {
            // The first copy of a later day throws it away.
        }
    }
}
