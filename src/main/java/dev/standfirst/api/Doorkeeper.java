package dev.standfirst.api;

import dev.standfirst.api.Tokens.Checked;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets in who brings a token that works: {@code Authorization: Bearer ...}, and nothing else (RFC 6750). */
@Component
class Doorkeeper {

    private static final String SCHEME = "bearer ";
    private static final String CHALLENGE = "Bearer realm=\"standfirst\"";

    private final Tokens tokens;
    private final WrongTries wrongTries;

    Doorkeeper(Tokens tokens, WrongTries wrongTries) {
        this.tokens = tokens;
        this.wrongTries = wrongTries;
    }

    /**
     * Who sent a request.
     *
     * @throws Refusal where no token lets it in
     */
    Caller identify(HttpServletRequest request) {
        List<String> given = Collections.list(request.getHeaders("Authorization"));
        if (given.size() != 1 || !given.get(0).toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw challenge(
                    ProblemKind.TOKEN_MISSING,
                    CHALLENGE,
                    "This needs a token, in one header \"Authorization: Bearer TOKEN\"."
                            + " Make one with: standfirst tokens add NAME --scope people:read");
        }
        Checked checked = tokens.check(given.get(0).substring(SCHEME.length()).strip());
        if (checked instanceof Checked.Good good) {
            return new Caller(good.token(), request.getRemoteAddr());
        }
        if (checked instanceof Checked.Expired expired) {
            throw challenge(
                    ProblemKind.TOKEN_EXPIRED,
                    CHALLENGE + ", error=\"invalid_token\"",
                    "This token worked until %s. Make another one with: standfirst tokens add"
                            .formatted(expired.when()));
        }
        throw unknown(wrongTries.count(request.getRemoteAddr()));
    }

    /** What a token that lacks a scope is told. */
    static Refusal lacks(Scope needed) {
        return challenge(
                ProblemKind.SCOPE_MISSING,
                CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + needed.key() + "\"",
                "This needs a token with the scope %s. Nothing was read or changed.".formatted(needed.key()));
    }

    private static Refusal unknown(Optional<Duration> wait) {
        if (wait.isPresent()) {
            long seconds = Math.max(1, wait.get().toSeconds());
            return Refusal.of(
                            ProblemKind.TOO_MANY_TRIES,
                            "Too many wrong tokens came from this network. Try again in %d seconds; a right token is let in at once."
                                    .formatted(seconds))
                    .header("Retry-After", Long.toString(seconds));
        }
        return challenge(
                ProblemKind.TOKEN_WRONG,
                CHALLENGE + ", error=\"invalid_token\"",
                "This token was never made here, or it was removed. All that work: standfirst tokens list");
    }

    private static Refusal challenge(ProblemKind kind, String challenge, String detail) {
        return Refusal.of(kind, detail).header("WWW-Authenticate", challenge);
    }
}
