package dev.standfirst.edition;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * An edition that waits for somebody's decision.
 *
 * @param id its number
 * @param digest name of the digest
 * @param date its local date
 * @param title of the digest
 * @param zone of the digest
 * @param plan until when it waits
 */
public record WaitingApproval(long id, String digest, LocalDate date, String title, ZoneId zone, Approval.Plan plan) {}
