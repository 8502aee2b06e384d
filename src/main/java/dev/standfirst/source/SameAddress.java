package dev.standfirst.source;

import dev.standfirst.text.Sha256;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that differ in what does not matter: http or https, {@code www.}, case of the host, default port, a slash
 * at the end, the fragment, the order of the query, and parameters that only tell where a reader came from.
 */
final class SameAddress {

    /** What feeds add to their own links. */
    private static final Set<String> OF_FEEDS = Set.of("rss", "feed", "from_rss", "partner");

    private SameAddress() {}

    /** A key that all of them share; empty where the address names no single page, as the front page of a site does. */
    static String key(@Nullable URI address) {
        if (address == null) {
            return "";
        }
        String normal = "file".equals(address.getScheme()) ? address.toString() : normal(address);
        return normal.isEmpty() ? "" : Sha256.hex(normal);
    }

    /** The readable form of the key. */
    static String normal(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        String path = String.valueOf(address.getRawPath()).replaceFirst("/++$", "");
        String query = query(address.getRawQuery());
        if (address.getHost() == null || (path.isEmpty() && query.isEmpty())) {
            return "";
        }
        int port = address.getPort();
        return host + (port == -1 || port == 80 || port == 443 ? "" : ":" + port) + path + query;
    }

    private static String query(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        String kept = Arrays.stream(raw.split("&"))
                .filter(parameter ->
                        !parameter.isEmpty() && !isTracking(parameter.split("=", 2)[0]))
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String name) {
        return TrackingParameters.contain(name) || OF_FEEDS.contains(name.toLowerCase(Locale.ROOT));
    }
}
