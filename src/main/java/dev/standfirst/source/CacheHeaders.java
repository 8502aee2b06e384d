package dev.standfirst.source;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long an answer stays fresh, as its headers say (RFC 9111, sections 4.2 and 5). */
final class CacheHeaders {

    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,;\\s])max-age\\s{0,9}=\\s{0,9}\"?(\\d{1,9})");
    private static final Pattern NEVER = Pattern.compile("(?i)(?:^|[,;\\s])no-(?:store|cache)");
    private static final int LONGEST = 1000;

    private CacheHeaders() {}

    /**
     * How long from now on; zero where they say nothing, or that it is stale at once.
     *
     * @param headers names in lower case
     */
    static Duration freshFor(Map<String, List<String>> headers, Instant now) {
        String control = String.join(",", headers.getOrDefault("cache-control", List.of()));
        String text = control.length() <= LONGEST ? control : control.substring(0, LONGEST);
        Matcher maxAge = MAX_AGE.matcher(text);
        Duration fresh = NEVER.matcher(text).find()
                ? Duration.ZERO
                : maxAge.find()
                        ? Duration.ofSeconds(Long.parseLong(maxAge.group(1))).minus(age(headers))
                        : expires(headers, now);
        return fresh.isNegative() ? Duration.ZERO : fresh;
    }

    private static Duration age(Map<String, List<String>> headers) {
        String age = first(headers, "age");
        return age.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(age)) : Duration.ZERO;
    }

    private static Duration expires(Map<String, List<String>> headers, Instant now) {
        @Nullable Instant expires = FeedDates.parse(first(headers, "expires"));
        @Nullable Instant date = FeedDates.parse(first(headers, "date"));
        return expires == null ? Duration.ZERO : Duration.between(date == null ? now : date, expires);
    }

    private static String first(Map<String, List<String>> headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0).strip();
    }
}
