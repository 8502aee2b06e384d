package dev.standfirst.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who may use the operator's pages.
 *
 * @param id its number
 * @param name unique, as typed at sign-in
 * @param role what it may do
 * @param digests names of the digests that an editor edits; empty for others
 * @param hasPassword whether it can sign in by a password, and not by a link alone
 * @param seen when it used the pages last; to the minute
 */
public record Account(
        long id, String name, Role role, Set<String> digests, boolean hasPassword, Optional<Instant> seen) {

    public Account {
        digests = Set.copyOf(digests);
    }

    /** Whether it may change a digest and decide about its editions. */
    public boolean edits(String digest) {
        return role == Role.OWNER || (role == Role.EDITOR && digests.contains(digest));
    }
}
