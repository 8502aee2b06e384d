package dev.standfirst.api;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/** Versions of resources as entity tags (RFC 9110), so that nobody changes what somebody else changed meanwhile. */
final class Versions {

    static final String IF_MATCH = "If-Match";

    private Versions() {}

    /** Answers with a resource and its version; a caller that has this version is told so instead. */
    static <T> ResponseEntity<T> answer(T view, long version) {
        return ResponseEntity.ok().eTag(tag(version)).body(view);
    }

    /**
     * Holds a change to the version that its caller read.
     *
     * @param ifMatch the header; {@code *} for any version
     * @throws Refusal where it is missing or another version
     */
    static void require(@Nullable String ifMatch, long version) {
        if (ifMatch == null) {
            throw Refusal.of(
                    ProblemKind.VERSION_MISSING,
                    IF_MATCH,
                    "Give the ETag of what you read as If-Match, or If-Match: * to change any version. Nothing was changed.");
        }
        boolean matches = ifMatch.strip().equals("*")
                || Arrays.stream(ifMatch.split(",")).anyMatch(tag -> tag.strip().equals(tag(version)));
        if (!matches) {
            throw changed();
        }
    }

    /** What a change is told that came too late. */
    static Refusal changed() {
        return Refusal.of(
                ProblemKind.VERSION_CHANGED,
                IF_MATCH,
                "It was changed since you read it. Read it again, then change it. Nothing was changed.");
    }

    private static String tag(long version) {
        return "\"" + version + "\"";
    }
}
