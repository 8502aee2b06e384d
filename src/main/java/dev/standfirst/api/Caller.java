package dev.standfirst.api;

import dev.standfirst.subscriber.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who sent a request.
 *
 * @param token what let it in
 * @param network the address it came from
 */
record Caller(Token token, String network) {

    private static final String ATTRIBUTE = Caller.class.getName();

    static Optional<Caller> of(HttpServletRequest request) {
        return Optional.ofNullable((Caller) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Why something of a person was changed: by this token, from that network. */
    Reason reason(String cause) {
        return reason(cause, "");
    }

    /** The same with the words that the person agreed to. */
    Reason reason(String cause, String words) {
        return new Reason(cause, "token " + token.name(), network, words);
    }
}
