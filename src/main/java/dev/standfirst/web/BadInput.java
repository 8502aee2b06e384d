package dev.standfirst.web;

/** A request that no page of ours makes: answered with 400 and nothing changed. */
public final class BadInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadInput(String message) {
        super(message, null, false, false);
    }
}
