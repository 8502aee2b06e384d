package dev.standfirst.subscriber;

import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Does the same with several people, by the methods that do it with one: with all of them or, if it fails, with none.
 */
@Component
public class CrowdChange {

    private final HeldSubscriptions held;
    private final Subscriptions subscriptions;
    private final Suppressions suppressions;

    CrowdChange(HeldSubscriptions held, Subscriptions subscriptions, Suppressions suppressions) {
        this.held = held;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
    }

    /**
     * Changes several people in one transaction; done again, it finds that it was so already.
     *
     * @param places as many as fit into a transaction that others wait for
     * @param asOf who left or came back after that is let alone
     * @return how many fared how
     */
    @Undivided
    public Map<Fate, Long> change(List<Subscription> places, Instant asOf, Aim aim, Reason reason) {
        Set<Long> unchanged = held.hold(places.stream().map(Subscription::id).toList(), asOf);
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        for (Subscription place : places) {
            Fate fate = unchanged.contains(place.id()) ? change(place, aim, reason) : meanwhile(place, aim);
            fates.merge(fate, 1L, Long::sum);
        }
        return fates;
    }

    private Fate change(Subscription place, Aim aim, Reason reason) {
        if (aim instanceof Aim.Put put) {
            return put(place, put.list(), reason);
        }
        boolean done = aim instanceof Aim.Leave
                ? subscriptions.leave(place.id(), reason)
                : suppressions.add(place.address(), Cause.OPERATOR, reason);
        return done ? Fate.DONE : Fate.SAME;
    }

    private Fate put(Subscription place, String list, Reason reason) {
        Optional<Subscription> before = subscriptions.find(list, place.address());
        Addition outcome = subscriptions.add(list, place.address(), "", reason);
        if (outcome instanceof Addition.Suppressed) {
            return Fate.NEVER;
        }
        if (outcome instanceof Addition.Left) {
            return Fate.LEFT;
        }
        return before.filter(one -> one.status() == Status.CONFIRMED).isPresent() ? Fate.SAME : Fate.DONE;
    }

    /** Who was taken off in the same moment, or by the first of two clicks, has left, as it was wanted. */
    private Fate meanwhile(Subscription place, Aim aim) {
        return aim instanceof Aim.Leave
                        && subscriptions
                                .find(place.id())
                                .filter(Subscription::hasLeft)
                                .isPresent()
                ? Fate.SAME
                : Fate.MEANWHILE;
    }
}
