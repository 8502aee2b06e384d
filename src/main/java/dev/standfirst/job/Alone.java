package dev.standfirst.job;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Work on an edition while its lease is held: nobody else, in this process or another, works on it meanwhile. */
@Component
class Alone {

    private final EditionLease leases;
    private final Heartbeat heartbeat;
    private final LeaseOwner self = LeaseOwner.current();

    /** What this process is at. A lease that ran out while the database was away is not taken over from oneself. */
    private final Set<EditionKey> atWork = ConcurrentHashMap.newKeySet();

    Alone(EditionLease leases, Heartbeat heartbeat) {
        this.leases = leases;
        this.heartbeat = heartbeat;
    }

    /**
     * Does it, and gives the lease back.
     *
     * @param otherwise the answer where somebody else holds the lease; nothing is done then
     */
    <T> T on(EditionKey key, Function<LeaseOwner, T> otherwise, Supplier<T> work) {
        if (!atWork.add(key)) {
            return otherwise.apply(self);
        }
        try {
            Optional<LeaseOwner> holder = leases.take(key, self);
            return holder.isPresent() ? otherwise.apply(holder.get()) : holding(key, work);
        } finally {
            atWork.remove(key);
        }
    }

    private <T> T holding(EditionKey key, Supplier<T> work) {
        heartbeat.start(key, self);
        try {
            return work.get();
        } finally {
            heartbeat.stop(key);
            leases.release(key, self);
        }
    }
}
