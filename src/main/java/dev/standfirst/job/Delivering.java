package dev.standfirst.job;

import dev.standfirst.delivery.Dispatch;
import dev.standfirst.delivery.Dispatcher;
import dev.standfirst.delivery.EditionMessages;
import dev.standfirst.delivery.Lease;
import dev.standfirst.delivery.Terms;
import dev.standfirst.digest.Delivery;
import dev.standfirst.edition.Imprint;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How editions are delivered by runs of this process: by what terms, in whose name, and only while the lease is ours.
 */
@Component
class Delivering {

    private final Dispatcher dispatcher;
    private final Heartbeat heartbeat;
    private final Clock clock;
    private final Duration firstWait;
    private final LeaseOwner self = LeaseOwner.current();
    private final AtomicLong runs = new AtomicLong();

    Delivering(
            Dispatcher dispatcher,
            Heartbeat heartbeat,
            Clock clock,
            @Value("${standfirst.delivery.retry-after:5m}") Duration firstWait) {
        this.dispatcher = dispatcher;
        this.heartbeat = heartbeat;
        this.clock = clock;
        this.firstWait = firstWait;
    }

    /** What answers mean for the mails of an edition. */
    Terms terms(Imprint imprint) {
        Delivery delivery = imprint.delivery();
        return new Terms(delivery.doubt() == Delivery.Doubt.RESEND, delivery.tries(), firstWait, clock, new Random());
    }

    /** Begins to send an edition whose lease this process holds. */
    Dispatch begin(EditionKey key, EditionMessages messages, Terms terms) {
        String owner = "%s %d".formatted(self.text(), runs.incrementAndGet());
        return dispatcher.begin(
                messages, terms, owner, new Lease(() -> heartbeat.isOurs(key), () -> heartbeat.isLost(key)));
    }
}
