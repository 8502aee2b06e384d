package dev.standfirst.subscriber;

import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The classes of this package over one database, for tests of packages above it. */
public final class People {

    public final InstallationKey key;
    public final LinkToken links;
    public final History history;
    public final Lists lists;
    public final Subscribers subscribers;
    public final Suppressions suppressions;
    public final Subscriptions subscriptions;

    public People(JdbcClient jdbc, Clock clock) {
        key = new InstallationKey(jdbc);
        links = new LinkToken(key);
        history = new History(jdbc, clock);
        lists = new Lists(jdbc, clock);
        subscribers = new Subscribers(jdbc, history, clock);
        suppressions = new Suppressions(jdbc, key, history, clock);
        subscriptions = new Subscriptions(jdbc, lists, subscribers, suppressions, history, clock);
    }

    /** The name of a list that no other test uses. */
    public String freshList() {
        return "list-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
