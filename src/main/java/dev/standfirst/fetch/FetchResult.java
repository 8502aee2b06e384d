package dev.standfirst.fetch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a fetch. A page that cannot be had is an expected outcome, so it is a value. */
public sealed interface FetchResult {

    /** The page is here. */
    record Fetched(Page page) implements FetchResult {}

    /** The server says that what we hold is still true (304). */
    record NotModified() implements FetchResult {}

    /**
     * The page cannot be had now.
     *
     * @param reason in plain words, fit for "NAME {reason}": "did not answer within 10 s", "answered 404 Not Found"
     * @param status the HTTP status, or 0 where none came
     * @param retryAfter how long the server asks us to wait, or null where it says nothing
     */
    record Unavailable(String reason, int status, @Nullable Duration retryAfter) implements FetchResult {}
}
