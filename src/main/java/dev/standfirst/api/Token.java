package dev.standfirst.api;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What lets a program use the API. The secret itself is shown once, when it is made, and never kept.
 *
 * @param id its number
 * @param name what people call it; logs and the history of people name it
 * @param scopes what it lets do
 * @param createdAt when it was made
 * @param expiresAt it works until then
 * @param lastUsed when it was used last, to the minute; empty where it never was
 */
public record Token(
        long id, String name, Set<Scope> scopes, Instant createdAt, Instant expiresAt, Optional<Instant> lastUsed) {

    public Token {
        scopes = Set.copyOf(scopes);
    }

    /** Whether its holder may do what needs this scope. */
    boolean allows(Scope needed) {
        return scopes.stream().anyMatch(scope -> scope.covers(needed));
    }
}
