package dev.standfirst.edition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * An edition that is composed and not finished, though nobody's hour is waited for.
 *
 * @param digest name of the digest
 * @param date its local date
 * @param composedAt when it was composed
 * @param tries how long its mails are tried again
 */
public record CutOff(String digest, LocalDate date, Instant composedAt, Duration tries) {}
