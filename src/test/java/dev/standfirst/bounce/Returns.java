package dev.standfirst.bounce;

import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.People;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Return paths for tests of packages above this one. */
public final class Returns {

    private Returns() {}

    /** Return paths at an address. */
    public static ReturnPaths at(String address, LinkToken links) {
        return new ReturnPaths(House.settings(Map.of("address", address)), links);
    }

    /** What follows from refusals, over one database. */
    public static Bounces bounces(JdbcClient jdbc, Clock clock) {
        People people = new People(jdbc, clock);
        return new Bounces(
                new BounceRecords(jdbc, people.race, clock),
                people.subscribers,
                people.suppressions,
                people.history,
                House.settings(Map.of()));
    }
}
