package dev.standfirst.metadata;

import dev.standfirst.source.TrackingParameters;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one public address of an article: the canonical link (RFC 6596), else the one it gives to other sites, where that
 * is credible; without what only tells where a reader came from.
 */
final class CanonicalUrl {

    /** Second-level names under which countries register others. */
    private static final Set<String> SHARED = Set.of("co", "com", "org", "net", "gov", "ac", "or", "ne", "edu", "go");

    private static final int LONGEST = 4_000;

    private CanonicalUrl() {}

    /**
     * The address.
     *
     * @param fetched where the page came from
     */
    static URI of(PageFacts facts, URI fetched) {
        return Stream.of("canonical", "og:url")
                .flatMap(name -> facts.all(name).stream())
                .flatMap(text -> Stream.ofNullable(resolve(fetched.toString(), text)))
                .filter(named -> isCredible(named, fetched))
                .findFirst()
                .map(CanonicalUrl::withoutTracking)
                .orElseGet(() -> withoutTracking(fetched));
    }

    /** A page may name another address of its own site, but not its site's front page, and not somebody else's. */
    private static boolean isCredible(URI named, URI fetched) {
        if (named.getHost() == null) {
            return false;
        }
        boolean file = "file".equals(fetched.getScheme());
        boolean front = named.getRawPath() == null || (named.getRawPath().length() <= 1 && named.getRawQuery() == null);
        return file || (!front && site(named).equals(site(fetched)));
    }

    /** The name that an owner registered, with what it is registered under: near enough to tell one from another. */
    private static String site(URI address) {
        List<String> labels = List.of(
                String.valueOf(address.getHost()).toLowerCase(Locale.ROOT).split("\\."));
        int own = owned(labels);
        return String.join(".", labels.subList(own, labels.size()));
    }

    /**
     * The part of a host that its owner chose, in lower case: "harbour" of news.harbour.co.uk; empty without a host.
     */
    static String owner(URI address) {
        String host = address.getHost();
        List<String> labels =
                host == null ? List.of() : List.of(host.toLowerCase(Locale.ROOT).split("\\."));
        return labels.isEmpty() ? "" : labels.get(owned(labels));
    }

    private static int owned(List<String> labels) {
        int last = Math.max(0, labels.size() - 2);
        return last > 0 && SHARED.contains(labels.get(last)) ? last - 1 : last;
    }

    /** An address on the web that may be relative; null where it is none. */
    static @Nullable URI resolve(String base, String text) {
        try {
            URI address = new URI(base).resolve(new URI(text.strip().replace(" ", "%20")));
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return text.isBlank() || text.length() > LONGEST || !web ? null : address;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * An address without the parameters that only tell where a reader came from, and without the place in the page; the
     * rest stays as it is written.
     */
    static URI withoutTracking(URI address) {
        String whole = address.toString();
        int place = whole.indexOf('#');
        boolean isPlace = place >= 0 && !whole.startsWith("#!", place) && !whole.startsWith("#/", place);
        String page = isPlace ? whole.substring(0, place) : whole;
        String query = address.getRawQuery();
        if (query == null) {
            return isPlace ? URI.create(page) : address;
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !isTracking(parameter))
                .collect(Collectors.joining("&"));
        int start = page.indexOf('?');
        String rest = page.substring(start + 1 + query.length());
        return URI.create(page.substring(0, start) + (kept.isEmpty() ? "" : "?" + kept) + rest);
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return TrackingParameters.contain(name);
    }
}
