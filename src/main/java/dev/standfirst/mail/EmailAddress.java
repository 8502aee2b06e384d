package dev.standfirst.mail;

/**
 * An address that mail can be sent to.
 *
 * @param value as the person wrote it, without display name
 */
public record EmailAddress(String value) {

    @Override
    public String toString() {
        return value;
    }
}
