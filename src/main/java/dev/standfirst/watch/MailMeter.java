package dev.standfirst.watch;

import dev.standfirst.mail.SendResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Counts what mail servers answered: {@code standfirst_mails_total{relay,outcome}}, and how long a mail took. Cheap
 * enough to be called for every mail, from any thread.
 */
@Component
public class MailMeter {

    private static final Duration[] LIMITS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60)
    };

    private final Meters meters;
    private final Map<String, OfRelay> relays = new ConcurrentHashMap<>();

    MailMeter(Meters meters) {
        this.meters = meters;
    }

    /** What became of a mail. */
    private enum Outcome {
        ACCEPTED("2xx"),
        DEFERRED("4xx"),
        REFUSED("5xx"),
        DOUBT("doubt"),
        NO_ANSWER("no_answer");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        static Outcome of(SendResult result) {
            if (result instanceof SendResult.Accepted) {
                return ACCEPTED;
            }
            if (result instanceof SendResult.Deferred) {
                return DEFERRED;
            }
            if (result instanceof SendResult.Refused) {
                return REFUSED;
            }
            return result instanceof SendResult.Unknown ? DOUBT : NO_ANSWER;
        }
    }

    private record OfRelay(Map<Outcome, Counter> outcomes, Timer time) {}

    /**
     * Counts a mail.
     *
     * @param relay name of the mail server in the settings
     * @param result what came of the mail
     * @param nanos how long it took, from its first command to its last answer
     */
    public void count(String relay, SendResult result, long nanos) {
        OfRelay known = relays.get(relay);
        OfRelay meter = known == null ? relays.computeIfAbsent(relay, this::open) : known;
        Counter counter = meter.outcomes().get(Outcome.of(result));
        if (counter != null) {
            counter.increment();
        }
        meter.time().record(nanos, TimeUnit.NANOSECONDS);
    }

    private OfRelay open(String relay) {
        Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    meters.counter(
                            "standfirst.mails",
                            "Mails by what the mail server answered.",
                            "relay",
                            relay,
                            "outcome",
                            outcome.label));
        }
        Timer time = meters.timer(
                "standfirst.mail.time",
                "How long a mail took, from its first command to its last answer.",
                LIMITS,
                "relay",
                relay);
        return new OfRelay(outcomes, time);
    }
}
