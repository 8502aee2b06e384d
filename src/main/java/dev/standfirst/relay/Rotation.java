package dev.standfirst.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns by weight, spread evenly: 3 to 1 gives a, a, b, a (smooth weighted round robin, as nginx has it since 1.3.1).
 */
final class Rotation {

    private final Map<Relay, Integer> credit = new HashMap<>();

    /** Whose turn it is among these; empty where there is none. */
    synchronized Optional<Relay> next(List<Relay> candidates) {
        int all = 0;
        Relay chosen = null;
        for (Relay relay : candidates) {
            all += relay.weight();
            int now = credit.merge(relay, relay.weight(), Integer::sum);
            if (chosen == null || now > credit.getOrDefault(chosen, 0)) {
                chosen = relay;
            }
        }
        if (chosen != null) {
            credit.merge(chosen, -all, Integer::sum);
        }
        return Optional.ofNullable(chosen);
    }
}
