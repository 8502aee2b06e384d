package dev.standfirst.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a fetch. A page that cannot be had is an expected outcome, so it is a value. */
public sealed interface FetchResult {

    /**
     * The page is here.
     *
     * @param page the bytes
     * @param movedTo where the asked address has moved for good: the last address of a chain that began with 301 or 308
     *     redirects alone, or null where it has not moved
     */
    record Fetched(Page page, @Nullable URI movedTo) implements FetchResult {}

    /**
     * The server says that what we hold is still true (304).
     *
     * @param headers of the answer, names in lower case; they may renew how long it stays fresh
     * @param movedTo as of {@link Fetched}
     */
    record NotModified(
            Map<String, List<String>> headers, @Nullable URI movedTo) implements FetchResult {}

    /**
     * The page cannot be had now.
     *
     * @param reason in plain words, fit for "NAME {reason}": "did not answer within 10 s", "answered 404 Not Found"
     * @param status the HTTP status, or 0 where none came
     * @param retryAfter how long the server asks us to wait, or null where it says nothing
     */
    record Unavailable(String reason, int status, @Nullable Duration retryAfter) implements FetchResult {}
}
