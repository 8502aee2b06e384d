package dev.standfirst.job;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Migration 1: the tables of Spring Batch, by the script that Spring Batch brings. Its PostgreSQL text runs on H2 as
 * well. Neither database indexes a foreign key by itself on the side that we look from, so two indexes are added.
 */
@Component
class BatchTables implements JavaMigration {

    private static final String SCRIPT = "org/springframework/batch/core/schema-postgresql.sql";
    private static final List<String> ADDITIONS = List.of(
            "alter sequence BATCH_JOB_EXECUTION_SEQ cache 1",
            "create index batch_step_of_job on BATCH_STEP_EXECUTION (JOB_EXECUTION_ID)",
            "create index batch_execution_of_instance on BATCH_JOB_EXECUTION (JOB_INSTANCE_ID)");

    @Override
    public void migrate(Context context) {
        ScriptUtils.executeSqlScript(context.getConnection(), new ClassPathResource(SCRIPT));
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        ADDITIONS.forEach(jdbc::execute);
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("1");
    }

    @Override
    public String getDescription() {
        return "batch";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
