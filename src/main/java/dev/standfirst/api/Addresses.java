package dev.standfirst.api;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.EmailAddress.Parsed;

/** Addresses that callers send. */
final class Addresses {

    private Addresses() {}

    /**
     * The address that a text is.
     *
     * @throws Refusal where it is none
     */
    static EmailAddress parse(String field, String text) {
        Parsed parsed = EmailAddress.parse(text);
        if (parsed instanceof Parsed.Invalid invalid) {
            throw Refusal.value(field, "%s is not an address: %s.".formatted(Refusal.quote(text), invalid.reason()));
        }
        return ((Parsed.Valid) parsed).address();
    }
}
