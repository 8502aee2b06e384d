package dev.standfirst.delivery;

import dev.standfirst.mail.EmailAddress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalLong;

/**
 * A row of the ledger in this worker's hand.
 *
 * @param id number of the row
 * @param subscriptionId the place on the list that the mail goes to
 * @param address where it goes
 * @param since when the person joined the list
 * @param zone whose dates a pause is told in
 * @param variant number of the variant that the person gets; empty for the edition itself
 * @param plain whether the mail is its text alone
 * @param comes when the digest comes to the person, in words; empty where as to those who chose nothing
 */
record Claim(
        long id,
        long subscriptionId,
        EmailAddress address,
        Instant since,
        ZoneId zone,
        OptionalLong variant,
        boolean plain,
        String comes) {}
