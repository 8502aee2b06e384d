package dev.standfirst.api;

import java.util.Locale;

/** The kinds of problems that the API tells. Their names are stable; programs may rely on them. */
enum ProblemKind {
    TOKEN_MISSING(401, "A token is needed"),
    TOKEN_WRONG(401, "The token is not known"),
    TOKEN_EXPIRED(401, "The token has expired"),
    TOO_MANY_TRIES(429, "Too many wrong tokens"),
    SCOPE_MISSING(403, "The token does not allow this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_WRONG(405, "This cannot be done here"),
    NOT_ACCEPTABLE(406, "There is no such form of the answer"),
    CONFLICT(409, "It is not in a state for this"),
    VERSION_CHANGED(412, "It was changed meanwhile"),
    TOO_LARGE(413, "The request is too large"),
    TYPE_WRONG(415, "The body has another type than is understood here"),
    VERSION_MISSING(428, "Say which version is to be changed"),
    JSON_WRONG(400, "The body is not usable JSON"),
    FIELD_UNKNOWN(400, "There is no such field"),
    VALUE_WRONG(400, "A value cannot be used"),
    PARAMETER_UNKNOWN(400, "There is no such parameter"),
    REQUEST_WRONG(400, "The request cannot be read"),
    KEY_IN_USE(409, "A request with this key is at work"),
    KEY_REUSED(422, "This key was used for another request"),
    KEYS_TOO_MANY(429, "Too many keys are kept"),
    FAILED(500, "This went wrong here"),
    UNAVAILABLE(503, "Not now");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** The URN that names it: {@code urn:standfirst:problem:token-missing}. */
    String type() {
        return "urn:standfirst:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
