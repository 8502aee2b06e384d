package dev.standfirst.transfer;

import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Subscription.Status;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Judges rows: the rules of an import in one place. Who left or is never mailed stays out, whatever a file says, unless
 * named; who is marked as having left elsewhere stays out here.
 */
final class Judge {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private final boolean ours;
    private final boolean optOuts;
    private final Set<String> forcedBack;

    Judge(Program program, ImportRequest request) {
        this.ours = program.isOurs();
        this.optOuts = request.optOuts();
        this.forcedBack = request.forcedBack();
    }

    /**
     * What a row comes to.
     *
     * @param again whether the file had the same person on an earlier line, as somebody who is mailed
     */
    Verdict judge(Candidate candidate, Known known, boolean again) {
        return switch (candidate.standing()) {
            case LEFT -> whoLeftElsewhere(candidate, known, again);
            case BOUNCED -> whoIsBlockedElsewhere(candidate, known, SkipReason.MARKED_BOUNCED);
            case BLOCKED -> whoIsBlockedElsewhere(candidate, known, SkipReason.MARKED_BLOCKED);
            case UNCONFIRMED ->
                ours
                        ? whoMayCome(candidate, known, Status.UNCONFIRMED)
                        : new Verdict.Skip(SkipReason.MARKED_UNCONFIRMED, marked(candidate));
            case ACTIVE -> whoMayCome(candidate, known, Status.CONFIRMED);
        };
    }

    private Verdict whoLeftElsewhere(Candidate candidate, Known known, boolean again) {
        boolean joinedSince = !again
                && known.is(Status.CONFIRMED)
                && candidate.times().left().isPresent()
                && known.place()
                        .orElseThrow()
                        .changedAt()
                        .isAfter(candidate.times().left().orElseThrow());
        if (joinedSince) {
            return new Verdict.Skip(
                    SkipReason.MARKED_LEFT,
                    "%s on %s, but joined here after that"
                            .formatted(
                                    marked(candidate),
                                    DAY.format(candidate
                                            .times()
                                            .left()
                                            .orElseThrow()
                                            .atZone(ZoneOffset.UTC))));
        }
        return known.is(Status.UNSUBSCRIBED) || known.stop().isPresent()
                ? new Verdict.Skip(SkipReason.MARKED_LEFT, marked(candidate))
                : keepOut(candidate, known, SkipReason.MARKED_LEFT);
    }

    private Verdict whoIsBlockedElsewhere(Candidate candidate, Known known, SkipReason reason) {
        return known.stop().isPresent()
                ? new Verdict.Skip(reason, marked(candidate))
                : keepOut(candidate, known, reason);
    }

    private Verdict keepOut(Candidate candidate, Known known, SkipReason reason) {
        return optOuts
                ? new Verdict.KeepOut(candidate, known, reason, marked(candidate) + "; kept out from now on")
                : new Verdict.Skip(reason, marked(candidate));
    }

    private Verdict whoMayCome(Candidate candidate, Known known, Status status) {
        boolean forced = forcedBack.contains(candidate.normal());
        if (known.stop().isPresent() && !(forced && isAboutPerson(known.stop().get(), candidate))) {
            return new Verdict.Skip(
                    SkipReason.SUPPRESSED,
                    "is never mailed: " + known.stop().get().words());
        }
        if (known.is(Status.UNSUBSCRIBED) && !forced) {
            String day = DAY.format(known.place().orElseThrow().changedAt().atZone(ZoneOffset.UTC));
            return new Verdict.Skip(SkipReason.LEFT, "left on %s; import never adds back".formatted(day));
        }
        Optional<Verdict.Skip> tooLong = tooLong(candidate, known);
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        return known.place().isEmpty()
                ? new Verdict.Add(candidate, known, status)
                : changeOrSame(candidate, known, known.place().get(), status);
    }

    /** A domain is suppressed for all who have an address there; naming one of them does not undo that. */
    private static boolean isAboutPerson(Known.Stop stop, Candidate candidate) {
        return stop.entry().startsWith("hash:") || stop.entry().equals(candidate.normal());
    }

    private static Optional<Verdict.Skip> tooLong(Candidate candidate, Known known) {
        return known.person()
                        .map(person -> Attributes.merge(person.attributes(), candidate.attributes()))
                        .filter(merged -> merged.length() > Attributes.LONGEST)
                        .isPresent()
                ? Optional.of(new Verdict.Skip(
                        SkipReason.NOT_READABLE,
                        "the attributes are longer than %,d characters, with those that are kept"
                                .formatted(Attributes.LONGEST)))
                : Optional.empty();
    }

    private static Verdict changeOrSame(Candidate candidate, Known known, Known.Place place, Status status) {
        Status then = place.status() == Status.CONFIRMED ? Status.CONFIRMED : status;
        Preferences preferences = candidate.wishes().on(place.preferences());
        boolean same = place.status() == then
                && preferences.equals(place.preferences())
                && !changesPerson(candidate, known.person().orElseThrow());
        return same ? new Verdict.Same() : new Verdict.Change(candidate, known, place, then, preferences);
    }

    /** Whether name or attributes become others. An empty name replaces none. */
    static boolean changesPerson(Candidate candidate, Known.Person person) {
        return (!candidate.name().isEmpty() && !candidate.name().equals(person.name()))
                || !Attributes.merge(person.attributes(), candidate.attributes())
                        .equals(person.attributes());
    }

    private static String marked(Candidate candidate) {
        return "is marked \"%s\" in the file".formatted(candidate.status());
    }
}
