package dev.standfirst.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a server that nobody knows yet is made known: so many mails an hour, one step a day from its first mail, and no
 * limit of this kind after the last step. Mails an hour rather than a day, since receivers want an even flow, and any
 * provider's table is written down as it stands.
 *
 * @param steps mails an hour on each day, in order; none: no warm-up
 */
record WarmUp(List<Integer> steps) {

    static final WarmUp NONE = new WarmUp(List.of());

    private static final Duration DAY = Duration.ofDays(1);
    private static final Pattern STEP = Pattern.compile("([0-9]{1,7})/h");

    WarmUp {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a plan: "50/h, 100/h, 500/h, 2000/h".
     *
     * @param setting its name
     * @throws IllegalArgumentException in words, where it is none
     */
    static WarmUp parse(String setting, String text) {
        return text.isBlank()
                ? NONE
                : new WarmUp(Stream.of(text.split(",", -1))
                        .map(step -> step(setting, step.strip()))
                        .toList());
    }

    private static int step(String setting, String text) {
        Matcher step = STEP.matcher(text);
        if (!step.matches() || Integer.parseInt(step.group(1)) == 0) {
            throw new IllegalArgumentException(
                    ("%s has the step \"%s\"; a step is mails an hour, one for each day from the first mail:"
                                    + " 50/h, 100/h, 500/h, 2000/h")
                            .formatted(setting, text));
        }
        return Integer.parseInt(step.group(1));
    }

    boolean isPlanned() {
        return !steps.isEmpty();
    }

    /** Which day it is, the first is 0. A clock that was set back does not make it less than that. */
    static long day(Instant first, Instant now) {
        return Math.max(0, Duration.between(first, now).toDays());
    }

    /** When the next step begins. */
    static Instant nextStep(Instant first, Instant now) {
        return first.plus(DAY.multipliedBy(day(first, now) + 1));
    }

    /** Mails an hour on a day; empty once the plan is over. */
    OptionalInt limit(long day) {
        return day < steps.size() ? OptionalInt.of(steps.get((int) day)) : OptionalInt.empty();
    }
}
