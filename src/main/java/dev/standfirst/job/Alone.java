package dev.standfirst.job;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Work on an edition while its lease is held: nobody else, in this process or another, works on it meanwhile. */
@Component
class Alone {

    private final EditionLease leases;
    private final Heartbeat heartbeat;
    private final LeaseOwner self = LeaseOwner.current();

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
        Optional<LeaseOwner> holder = leases.take(key, self);
        if (holder.isPresent()) {
            return otherwise.apply(holder.get());
        }
        heartbeat.start(key, self);
        try {
            return work.get();
        } finally {
            heartbeat.stop(key);
            leases.release(key, self);
        }
    }
}
