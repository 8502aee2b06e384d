package dev.standfirst.api;

import dev.standfirst.consent.Network;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts wrong tokens by network: an IPv4 address, or the first 64 bits of an IPv6 address. It bounds what guessing and
 * its log lines cost; nobody is kept out by it, since a right token is asked for first.
 */
@Component
class WrongTries {

    private static final int ALLOWED = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int NETWORKS = 10_000;

    private final Clock clock;
    private final Map<String, Tries> networks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > NETWORKS;
        }
    };

    WrongTries(Clock clock) {
        this.clock = clock;
    }

    /**
     * Counts one.
     *
     * @return how long this network should wait, where it tried too often
     */
    synchronized Optional<Duration> count(String address) {
        Instant now = clock.instant();
        String client = Network.of(address).client();
        Tries before = networks.get(client);
        Tries tries = before == null || !before.until().isAfter(now)
                ? new Tries(1, now.plus(WINDOW))
                : new Tries(before.count() + 1, before.until());
        networks.put(client, tries);
        return tries.count() > ALLOWED ? Optional.of(Duration.between(now, tries.until())) : Optional.empty();
    }

    private record Tries(int count, Instant until) {}
}
