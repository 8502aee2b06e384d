package dev.standfirst.delivery;

/**
 * A row of the ledger, for people.
 *
 * @param address whose mail it is
 * @param state where it stands
 * @param attempts how often it was handed over
 * @param reply what the mail server said last, or why it was not asked
 */
public record LedgerLine(String address, DeliveryState state, int attempts, String reply) {}
