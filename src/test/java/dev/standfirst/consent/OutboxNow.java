package dev.standfirst.consent;

/** Sends what waits at once, for tests of packages above this one. */
public final class OutboxNow {

    private OutboxNow() {}

    public static void empty(Outbox outbox) {
        outbox.empty();
    }
}
