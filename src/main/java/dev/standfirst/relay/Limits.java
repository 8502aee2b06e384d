package dev.standfirst.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a relay may be given; 0 stands for no limit.
 *
 * @param connections open at a time, at least 1
 * @param perSecond mails in any second, of this process
 * @param perHour mails in any hour, of all processes
 * @param domains limits of recipient domains, in lower case; {@link DomainLimits#OTHERS} for each of the others
 * @param warmUp the plan of its first days
 */
record Limits(int connections, int perSecond, int perHour, Map<String, DomainLimits> domains, WarmUp warmUp) {

    private static final int MOST_CONNECTIONS = 500;
    private static final int MOST_PER_SECOND = 100_000;

    Limits {
        domains = Map.copyOf(domains);
    }

    /** No limit but that of connections. */
    static Limits of(int connections) {
        return new Limits(connections, 0, 0, Map.of(), WarmUp.NONE);
    }

    /**
     * Checks what the settings say.
     *
     * @param place where they are: "standfirst.relays.fast"
     */
    static Limits read(String place, RelaySettings.LimitSettings said) {
        check(place + ".connections", said.connections(), 1, MOST_CONNECTIONS);
        check(place + ".per-second", said.perSecond(), 0, MOST_PER_SECOND);
        check(place + ".per-hour", said.perHour(), 0, Integer.MAX_VALUE);
        return new Limits(
                said.connections(),
                said.perSecond(),
                said.perHour(),
                DomainLimits.parse(place + ".domains", said.domains()),
                WarmUp.parse(place + ".warm-up", said.warmUp()));
    }

    static void check(String setting, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d; it may be %d to %d%s"
                    .formatted(setting, value, least, most, least == 0 ? ", 0 for no limit" : ""));
        }
    }

    /** One each, for people. */
    List<String> inWords() {
        List<String> words = new ArrayList<>();
        words.add(connections == 1 ? "1 connection" : connections + " connections");
        if (perSecond > 0) {
            words.add("%,d a second".formatted(perSecond));
        }
        if (perHour > 0) {
            words.add("%,d an hour".formatted(perHour));
        }
        new TreeMap<>(domains).forEach((domain, limits) -> words.add(domain + " " + limits.inWords()));
        return words;
    }

    DomainLimits of(String domain) {
        DomainLimits others = domains.getOrDefault(DomainLimits.OTHERS, DomainLimits.NONE);
        return domains.getOrDefault(domain, others);
    }
}
