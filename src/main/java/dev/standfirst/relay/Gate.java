package dev.standfirst.relay;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All limits of one relay. One lock for all of it: whoever asks gets every permit that a mail needs, or none. */
final class Gate {

    /** Domains that are remembered; beyond it, idle ones are forgotten. */
    private static final int DOMAINS = 10_000;

    private static final Permit GRANTED = new Permit.Granted();

    private final Limits limits;
    private final RelayUse use;
    private final RelayBook book;
    private final String relay;
    private final Clock clock;
    private final @Nullable SecondWindow second;
    private final HourWindow hour;
    private final Map<String, DomainGate> domains = new HashMap<>();
    private @Nullable Instant firstMail;

    /**
     * The limits of one relay.
     *
     * @param relay as it is called in the database
     */
    Gate(Limits limits, RelayUse use, RelayBook book, String relay, Clock clock) {
        this.limits = limits;
        this.use = use;
        this.book = book;
        this.relay = relay;
        this.clock = clock;
        this.second = limits.perSecond() > 0 ? new SecondWindow(limits.perSecond()) : null;
        this.hour = new HourWindow(use, "");
    }

    Limits limits() {
        return limits;
    }

    /** Whether a mail to this domain may go now. */
    synchronized Permit ask(String domain) {
        Instant now = clock.instant();
        Optional<Instant> whole = blockedUntil(now);
        if (whole.isPresent()) {
            return new Permit.Later(whole.get(), true);
        }
        DomainGate gate = gate(domain, now);
        Optional<Instant> one = gate == null ? Optional.empty() : gate.blockedUntil(now);
        if (one.isPresent()) {
            return new Permit.Later(one.get(), false);
        }
        take(gate, now);
        return GRANTED;
    }

    synchronized void ended(String domain) {
        DomainGate gate = domains.get(domain);
        if (gate != null) {
            gate.ended();
        }
    }

    synchronized void unused(String domain) {
        DomainGate gate = domains.get(domain);
        if (gate != null) {
            gate.unused();
        }
        hour.giveBack();
    }

    /** Until when nothing may go, where an hour has had its mails; and how many those are. */
    synchronized Optional<Full> full() {
        Instant now = clock.instant();
        return hour.fullUntil()
                .filter(now::isBefore)
                .flatMap(until -> limit(now).stream()
                        .mapToObj(most -> new Full(most, until))
                        .findFirst());
    }

    /** An hour has had its mails. */
    record Full(int limit, Instant until) {}

    /** The day of the warm-up, from 1, where it is not over. */
    synchronized Optional<Long> warmUpDay() {
        Instant now = clock.instant();
        long day = first().map(first -> WarmUp.day(first, now)).orElse(0L);
        return limits.warmUp().limit(day).isPresent() ? Optional.of(day + 1) : Optional.empty();
    }

    /** Mails that any hour may have now; empty for any number. */
    synchronized OptionalInt hourLimit() {
        return limit(clock.instant());
    }

    /** Mails of the last hour, where an hour has a limit. */
    long inLastHour() {
        return use.count("", clock.instant());
    }

    synchronized void close() {
        domains.values().forEach(DomainGate::close);
        hour.close();
    }

    private Optional<Instant> blockedUntil(Instant now) {
        OptionalInt perHour = limit(now);
        Optional<Instant> full = perHour.isPresent() ? hour.blockedUntil(perHour.getAsInt(), now) : Optional.empty();
        return Stream.of(full.map(until -> sooner(until, now)), second == null ? none() : second.blockedUntil(now))
                .flatMap(Optional::stream)
                .max(Instant::compareTo);
    }

    private static Optional<Instant> none() {
        return Optional.empty();
    }

    /** The next step of the warm-up may make room before the hour does. */
    private Instant sooner(Instant until, Instant now) {
        return first().map(first -> WarmUp.nextStep(first, now))
                .filter(step -> step.isBefore(until))
                .orElse(until);
    }

    private void take(@Nullable DomainGate gate, Instant now) {
        if (limits.warmUp().isPlanned() && firstMail == null) {
            firstMail = book.firstMail(relay);
        }
        if (second != null) {
            second.take(now);
        }
        if (limit(now).isPresent()) {
            hour.take();
        }
        if (gate != null) {
            gate.take(now);
        }
    }

    private OptionalInt limit(Instant now) {
        OptionalInt warmUp = limits.warmUp()
                .limit(first().map(first -> WarmUp.day(first, now)).orElse(0L));
        if (limits.perHour() == 0) {
            return warmUp;
        }
        return OptionalInt.of(Math.min(limits.perHour(), warmUp.orElse(limits.perHour())));
    }

    private Optional<Instant> first() {
        if (limits.warmUp().isPlanned() && firstMail == null) {
            firstMail = book.knownFirstMail(relay).orElse(null);
        }
        return Optional.ofNullable(firstMail);
    }

    private @Nullable DomainGate gate(String domain, Instant now) {
        DomainLimits said = limits.of(domain);
        if (said.equals(DomainLimits.NONE)) {
            return null;
        }
        if (domains.size() >= DOMAINS && !domains.containsKey(domain)) {
            forgetIdle(now);
        }
        return domains.computeIfAbsent(domain, name -> new DomainGate(said, use, name, now));
    }

    private void forgetIdle(Instant now) {
        domains.values().removeIf(gate -> {
            boolean idle = gate.isIdle(now);
            if (idle) {
                gate.close();
            }
            return idle;
        });
    }
}
