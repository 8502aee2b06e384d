package dev.standfirst.subscriber;

import dev.standfirst.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The classes of this package over one database, for tests of packages above it. */
public final class People {

    public final Race race;
    public final InstallationKey key;
    public final LinkToken links;
    public final History history;
    public final Lists lists;
    public final Subscribers subscribers;
    public final Suppressions suppressions;
    public final Subscriptions subscriptions;
    public final Unconfirmed unconfirmed;

    final PersonalFacts facts;

    private final JdbcClient jdbc;

    /** Each statement is a transaction of its own. */
    public People(JdbcClient jdbc, Clock clock) {
        this(jdbc, clock, TransactionOperations.withoutTransaction());
    }

    /** Rows that are made stand behind savepoints of the transaction that is open. */
    public People(TestDatabase database, Clock clock) {
        this(database.jdbc(), clock, nested(database));
    }

    private People(JdbcClient jdbc, Clock clock, TransactionOperations savepoint) {
        this.jdbc = jdbc;
        race = new Race(savepoint);
        key = new InstallationKey(jdbc, TransactionOperations.withoutTransaction());
        links = new LinkToken(key);
        history = new History(jdbc, clock);
        lists = new Lists(jdbc, race, clock);
        subscribers = new Subscribers(jdbc, race, history, clock);
        ObjectProvider<Leaving> leaving = new StaticListableBeanFactory().getBeanProvider(Leaving.class);
        suppressions = new Suppressions(jdbc, race, key, history, leaving, clock);
        subscriptions = new Subscriptions(jdbc, race, lists, subscribers, suppressions, history, leaving, clock);
        unconfirmed = new Unconfirmed(jdbc);
        facts = new PersonalFacts(subscribers, subscriptions, suppressions, history, clock);
    }

    /** The rights of people, with what these other packages keep. */
    public PersonalData personalData(PersonalRecords... records) {
        return new PersonalData(jdbc, facts, suppressions, history, List.of(records));
    }

    private static TransactionOperations nested(TestDatabase database) {
        TransactionTemplate nested = database.transactions();
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return nested;
    }

    /** The name of a list that no other test uses. */
    public String freshList() {
        return "list-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
