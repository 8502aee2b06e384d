package dev.standfirst.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem that its caller can act on. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 100;

    private final ProblemKind kind;
    private final @Nullable String field;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private Refusal(ProblemKind kind, @Nullable String field, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.field = field;
    }

    /** Of a whole request; {@code detail} says what, why, and what to do. */
    static Refusal of(ProblemKind kind, String detail) {
        return new Refusal(kind, null, detail);
    }

    /** Of one field or parameter, named by its path. */
    static Refusal of(ProblemKind kind, String field, String detail) {
        return new Refusal(kind, field, detail);
    }

    /** A value that cannot be used; {@code reason} is a sentence that says why and what can be. */
    static Refusal value(String field, String reason) {
        return of(ProblemKind.VALUE_WRONG, field, reason + " Nothing was changed.");
    }

    static Refusal notFound(String what) {
        return of(ProblemKind.NOT_FOUND, "There is no %s.".formatted(what));
    }

    /** The same with a header on the answer. */
    Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Map<String, String> headers() {
        return headers;
    }

    Problem problem() {
        return new Problem(kind.type(), kind.title(), kind.status(), String.valueOf(getMessage()), field, null);
    }

    /** A foreign value as part of a sentence: quoted, short, on one line. */
    static String quote(String value) {
        String line = value.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ");
        return "\"" + (line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…") + "\"";
    }
}
