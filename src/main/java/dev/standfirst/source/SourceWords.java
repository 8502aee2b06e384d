package dev.standfirst.source;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How a source is, in words for people.
 *
 * @param now the present
 * @param zone that times are shown in
 */
public record SourceWords(Instant now, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

    /**
     * What is wrong, fit behind its name in a mail: nothing of this machine, and no advice, which a reader cannot
     * follow.
     *
     * @param language of the mail
     */
    public static String toReaders(StoredSource source, Locale language) {
        return ReaderWords.of(source, language);
    }

    /** One line, fit behind the name of the source: what is wrong, since when, and when it is tried again. */
    public String health(StoredSource source) {
        if (source.failingSince().isEmpty()) {
            return well(source);
        }
        String since = source.failures() > 1
                ? ", since " + source.failingSince().map(this::when).orElse("")
                : "";
        String last =
                source.lastSuccess().map(time -> "last read " + when(time)).orElse("never read so far");
        return source.goneSince().isPresent()
                ? "is gone for good (%s); %s".formatted(source.problem(), last)
                : "%s%s; %s; %s".formatted(source.problem(), since, next(source), last);
    }

    /** Why it was not asked now, fit behind its name. */
    public String resting(StoredSource source) {
        if (source.goneSince().isPresent()) {
            return "is not asked any more: it " + source.problem();
        }
        return source.isLocal() ? source.problem() : source.problem() + "; " + next(source);
    }

    /** A moment: "today 15:00", "Tue 24 Nov 07:00". */
    public String when(Instant instant) {
        ZonedDateTime time = instant.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate day = time.toLocalDate();
        if (day.equals(today)) {
            return "today " + TIME.format(time);
        }
        if (day.equals(today.plusDays(1))) {
            return "tomorrow " + TIME.format(time);
        }
        return (day.getYear() == today.getYear() ? DAY : YEAR).format(time);
    }

    private String well(StoredSource source) {
        String read = source.lastTry().map(time -> "read " + when(time)).orElse("never read so far");
        Instant next = source.nextTry(now);
        boolean waits = !source.isLocal() && next.isAfter(now);
        return "%,d %s%s; %s%s"
                .formatted(
                        source.counts().entries(),
                        source.counts().entries() == 1 ? "entry" : "entries",
                        rate(source.counts()),
                        read,
                        waits ? ", not again before " + when(next) : "");
    }

    private String next(StoredSource source) {
        Instant next = source.nextTry(now);
        String when = next.isAfter(now) ? when(next) : "with the next run";
        return source.turn().asked() && next.isAfter(now) ? "asks to wait until " + when : "next try " + when;
    }

    private String rate(StoredSource.Counts counts) {
        if (counts.entries() == 0) {
            return "";
        }
        if (counts.lately() == 0) {
            return ", none in four weeks";
        }
        double days =
                Math.max(1, Duration.between(counts.since().orElse(now), now).toHours() / 24.0);
        double each = counts.lately() / days;
        if (each >= 0.8) {
            return ", about %,d a day".formatted(Math.round(each));
        }
        return each * 7 >= 0.8 ? ", about %d a week".formatted(Math.round(each * 7)) : ", about one a month";
    }
}
