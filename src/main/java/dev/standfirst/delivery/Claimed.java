package dev.standfirst.delivery;

/**
 * A row in this run's hand.
 *
 * @param claim whose it is and what goes there
 * @param turn where it stands in the ledger
 */
record Claimed(Claim claim, Waiting turn) {

    long id() {
        return claim.id();
    }

    String domain() {
        return claim.address().domain();
    }
}
