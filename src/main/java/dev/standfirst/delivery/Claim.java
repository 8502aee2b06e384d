package dev.standfirst.delivery;

import dev.standfirst.mail.EmailAddress;
import java.time.Instant;

/**
 * A row of the ledger in this worker's hand.
 *
 * @param id number of the row
 * @param subscriptionId the place on the list that the mail goes to
 * @param address where it goes
 * @param since when the person joined the list
 */
record Claim(long id, long subscriptionId, EmailAddress address, Instant since) {}
