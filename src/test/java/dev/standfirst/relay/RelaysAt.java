package dev.standfirst.relay;

import dev.standfirst.mail.MailServers;
import java.time.Clock;
import java.util.Map;

/** Relays for tests of packages above this one. */
public final class RelaysAt {

    private RelaysAt() {}

    /** One server that listens on a port of this machine, or does not. */
    public static Relays port(int port) {
        House house = new House();
        return new Relays(
                House.settings(Map.of("mail.host", "127.0.0.1")),
                House.mail("127.0.0.1", port),
                MailServers.at(port),
                house.database.jdbc(),
                house.database.transactions(),
                Clock.systemUTC(),
                House.EVEN);
    }
}
