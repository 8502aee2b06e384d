package dev.standfirst.account;

import dev.standfirst.consent.Network;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How soon somebody may try a password again. After {@value #FREE} wrong ones of a name from one network it is 1, 2, 4
 * ... seconds up to {@value #MOST_MINUTES} minutes, after {@value #FREE_OF_NETWORK} from one network for whatever names
 * the same. Nobody is ever shut out for what others tried: a name from another network is another count, so that the
 * owner gets in while somebody guesses.
 */
@Component
class SignInPace {

    private static final int FREE = 5;
    private static final int FREE_OF_NETWORK = 20;
    private static final int MOST_MINUTES = 15;
    private static final int DOUBLINGS = 10;
    private static final int KEPT = 20_000;
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Clock clock;
    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > KEPT;
        }
    };

    SignInPace(Clock clock) {
        this.clock = clock;
    }

    /** How long a name from an address has to wait; empty where it may try now. */
    synchronized Optional<Duration> wait(String name, String address) {
        Instant now = clock.instant();
        return Stream.of(tries.get(both(name, address)), tries.get(network(address)))
                .flatMap(Stream::ofNullable)
                .map(Tries::next)
                .filter(next -> next.isAfter(now))
                .max(Instant::compareTo)
                .map(next -> Duration.between(now, next));
    }

    /** A password was wrong. */
    synchronized void wrong(String name, String address) {
        count(both(name, address), FREE);
        count(network(address), FREE_OF_NETWORK);
    }

    /** A password was right: what was tried before with this name was its owner. */
    synchronized void right(String name, String address) {
        tries.remove(both(name, address));
    }

    private void count(String key, int free) {
        Instant now = clock.instant();
        Tries before = tries.remove(key);
        int count = before == null || before.last().plus(FORGOTTEN).isBefore(now) ? 1 : before.count() + 1;
        Duration most = Duration.ofMinutes(MOST_MINUTES);
        Duration doubled = Duration.ofSeconds(1L << Math.min(DOUBLINGS, Math.max(0, count - free)));
        Duration wait = doubled.compareTo(most) < 0 ? doubled : most;
        tries.put(key, new Tries(count, now, count < free ? now : now.plus(wait)));
    }

    private static String both(String name, String address) {
        return network(address) + " " + name;
    }

    private static String network(String address) {
        return Network.of(address).client();
    }

    private record Tries(int count, Instant last, Instant next) {}
}
