package dev.standfirst.relay;

import dev.standfirst.mail.EmailAddress;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether refusals for now by policy (4.7.x) mean that there is too much of us. One may be about its recipient, whose
 * server does not know us yet; those of {@value #MANY} recipients, with no mail taken between them, are not.
 */
final class Deferrals {

    private static final int MANY = 5;

    private final Set<EmailAddress> recipients = new HashSet<>();

    /** A mail was taken: begins anew. */
    synchronized void accepted() {
        recipients.clear();
    }

    /**
     * A mail was refused for now, by policy.
     *
     * @return whether it is us; then it begins anew
     */
    synchronized boolean deferred(EmailAddress recipient) {
        recipients.add(recipient);
        boolean ours = recipients.size() >= MANY;
        if (ours) {
            recipients.clear();
        }
        return ours;
    }
}
