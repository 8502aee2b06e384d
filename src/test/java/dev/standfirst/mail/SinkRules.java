package dev.standfirst.mail;

import dev.standfirst.mail.SinkFault.Stage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * What becomes of whom: the faults of a run, drawn by a seed so that the same people meet the same ones each time, and
 * what a server does to all: greylisting, a limit per period, an outage.
 */
final class SinkRules {

    private static final int SPREAD = 1_000_003;

    private final SinkOptions options;
    private final List<SinkFault> faults;
    private final Map<String, SinkFault> ofRecipients = new HashMap<>();
    private final Map<String, Integer> hits = new HashMap<>();
    private final Map<String, Long> greyUntil = new HashMap<>();
    private final Deque<Long> takenAt = new ArrayDeque<>();
    private final SplittableRandom random;
    private long taken;
    private long outageUntil = Long.MIN_VALUE;

    SinkRules(SinkOptions options) {
        this.options = options;
        this.faults = new ArrayList<>(options.faults());
        this.random = new SplittableRandom(options.seed());
    }

    /** Lets something happen to one recipient, instead of what did before. */
    synchronized void put(String recipient, SinkFault fault) {
        ofRecipients.put(recipient, fault.match(Pattern.compile(Pattern.quote(recipient))));
        hits.remove(key(ofRecipients.get(recipient), recipient));
    }

    synchronized void remove(String recipient) {
        ofRecipients.remove(recipient);
    }

    /**
     * What happens now.
     *
     * @param recipient empty before one is known
     */
    synchronized Optional<SinkFault> at(Stage stage, String recipient) {
        SinkFault own = ofRecipients.get(recipient);
        if (own != null && own.stage() == stage && counts(own, recipient)) {
            return Optional.of(own);
        }
        return faults.stream()
                .filter(fault -> fault.stage() == stage)
                .filter(fault -> fault.recipients().matcher(recipient).matches())
                .filter(fault -> isDrawn(fault, recipient) && counts(fault, recipient))
                .findFirst();
    }

    private boolean isDrawn(SinkFault fault, String recipient) {
        if (!fault.stage().knowsRecipient()) {
            return random.nextDouble() < fault.rate();
        }
        long seed = options.seed() * SPREAD
                + recipient.hashCode() * 31L
                + fault.toString().hashCode();
        return new SplittableRandom(seed).split().nextDouble() < fault.rate();
    }

    private boolean counts(SinkFault fault, String recipient) {
        return fault.times() == 0 || hits.merge(key(fault, recipient), 1, Integer::sum) <= fault.times();
    }

    private static String key(SinkFault fault, String recipient) {
        return (fault.stage().knowsRecipient() ? recipient : "") + " " + fault;
    }

    /** The answer to a recipient that is told to come again, if this one is. */
    synchronized Optional<String> notNow(String recipient) {
        if (isGrey(recipient)) {
            return Optional.of("451 4.7.1 greylisted, come again later");
        }
        if (options.limit() > 0) {
            while (!takenAt.isEmpty() && since(takenAt.peek()).compareTo(options.period()) >= 0) {
                takenAt.remove();
            }
            return takenAt.size() < options.limit() ? Optional.empty() : Optional.of(options.over());
        }
        return Optional.empty();
    }

    private boolean isGrey(String recipient) {
        long now = System.nanoTime();
        Duration grey = options.grey();
        return !grey.isZero() && now - greyUntil.computeIfAbsent(recipient, key -> now + grey.toNanos()) < 0;
    }

    /** One more mail was taken. */
    synchronized void taken() {
        taken++;
        if (options.limit() > 0) {
            takenAt.add(System.nanoTime());
        }
        if (taken == options.outageAfter()) {
            outageUntil = System.nanoTime() + options.outage().toNanos();
        }
    }

    /** Whether the server is away: nobody gets in, and who is in is thrown out. */
    synchronized boolean isAway() {
        return outageUntil != Long.MIN_VALUE && System.nanoTime() - outageUntil < 0;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
