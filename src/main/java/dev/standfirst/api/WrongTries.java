package dev.standfirst.api;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
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
    private static final int NETWORK_BYTES = 8;

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
        Tries before = networks.get(network(address));
        Tries tries = before == null || !before.until().isAfter(now)
                ? new Tries(1, now.plus(WINDOW))
                : new Tries(before.count() + 1, before.until());
        networks.put(network(address), tries);
        return tries.count() > ALLOWED ? Optional.of(Duration.between(now, tries.until())) : Optional.empty();
    }

    /** A text of digits and colons is never looked up by name. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private record Tries(int count, Instant until) {}
}
