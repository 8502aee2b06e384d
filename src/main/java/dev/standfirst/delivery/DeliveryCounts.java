package dev.standfirst.delivery;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many rows of an edition's ledger are in each state. Their sum is the frozen audience, always.
 *
 * @param byState the number of rows, every state present
 */
public record DeliveryCounts(Map<DeliveryState, Long> byState) {

    public DeliveryCounts {
        Map<DeliveryState, Long> all = new EnumMap<>(DeliveryState.class);
        for (DeliveryState state : DeliveryState.values()) {
            all.put(state, byState.getOrDefault(state, 0L));
        }
        byState = Map.copyOf(all);
    }

    public long of(DeliveryState state) {
        return byState.getOrDefault(state, 0L);
    }

    /** Everybody the edition is for. */
    public long audience() {
        return byState.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those who still wait: not tried, in hand, or to be tried again. */
    public long open() {
        return of(DeliveryState.PENDING) + of(DeliveryState.CLAIMED) + of(DeliveryState.RETRY);
    }

    /** Those whose row has its last state. */
    public long settled() {
        return audience() - open();
    }
}
