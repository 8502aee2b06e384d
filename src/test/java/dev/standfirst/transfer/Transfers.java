package dev.standfirst.transfer;

import dev.standfirst.subscriber.People;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The classes of this package over one database, for tests of this package and above it. */
public final class Transfers {

    public final People people;
    public final Importer importer;
    public final Exporter exporter;

    public Transfers(DataSource source, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(source);
        JdbcTemplate template = new JdbcTemplate(source);
        people = new People(jdbc, clock);
        Lookup lookup = new Lookup(template, people.suppressions);
        ImportLog log = new ImportLog(jdbc, template, clock);
        Pieces pieces =
                new Pieces(template, lookup, people.suppressions, log, new DataSourceTransactionManager(source), clock);
        importer = new Importer(people.lists, lookup, log, pieces, new NumberBlocks(template), clock);
        exporter = new Exporter(jdbc, people.lists, people.subscriptions);
    }
}
