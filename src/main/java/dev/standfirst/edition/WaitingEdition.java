package dev.standfirst.edition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * An edition that went out to some and is due for others later, at the hour that they chose.
 *
 * @param id its number
 * @param digest name of the digest
 * @param date its local date
 * @param title of the digest
 * @param next when the next of them are due
 * @param zone of the digest
 * @param tries how long its mails are tried again
 */
public record WaitingEdition(
        long id, String digest, LocalDate date, String title, Instant next, ZoneId zone, Duration tries) {}
