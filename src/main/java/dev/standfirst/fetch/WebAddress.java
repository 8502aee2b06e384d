package dev.standfirst.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address on the web as it is fetched: read strictly as to where it leads, leniently as to what it asks for there.
 * Nothing is added to it; its fragment is not sent.
 *
 * @param scheme http or https
 * @param host whom it asks
 * @param port 1 to 65535
 * @param target path and query, in ASCII without blanks or control characters; starts with a slash
 */
public record WebAddress(String scheme, HostName host, int port, String target) {

    private static final String UNREADABLE = "has an address that cannot be fetched";
    private static final int LENGTH = 8_000;
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30}+):.*+", Pattern.DOTALL);
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[^\\[\\]@\\\\]*+]|[^\\[\\]:@\\\\ ]++)(?::([0-9]{0,5}+))?");

    /**
     * Reads an address that is written in full.
     *
     * @throws IOException with a reason in plain words, where it does not lead to the web
     */
    public static WebAddress parse(String text) throws IOException {
        String written = text.strip();
        String scheme = scheme(written);
        int authority = scheme.length() + "://".length();
        int path = end(written, authority, "/?#");
        Matcher parts = AUTHORITY.matcher(written.substring(authority, path));
        if (!parts.matches() || hasTwoReadings(written, path)) {
            throw new Refusal(UNREADABLE, written);
        }
        return new WebAddress(
                scheme,
                HostName.of(parts.group(1)),
                port(scheme, parts.group(2)),
                Target.of(written.substring(path, end(written, path, "#"))));
    }

    private static String scheme(String written) throws IOException {
        if (written.length() > LENGTH || written.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal(UNREADABLE, written);
        }
        Matcher named = SCHEME.matcher(written);
        String scheme = named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : "";
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Refusal("is not on the web", written);
        }
        if (!written.startsWith("://", scheme.length())) {
            throw new Refusal(UNREADABLE, written);
        }
        return scheme;
    }

    /** Who is the host of {@code http://a.example?@b.example}? Programs disagree. */
    private static boolean hasTwoReadings(String written, int path) {
        return path < written.length() && written.charAt(path) != '/' && written.indexOf('@', path) >= 0;
    }

    /**
     * Where a {@code Location} leads from here.
     *
     * @throws IOException with a reason in plain words, where it does not lead to the web
     */
    WebAddress resolve(String location) throws IOException {
        String written = location.strip();
        if (written.lastIndexOf('\\', end(written, 0, "?#")) >= 0) {
            throw new Refusal("redirects to an address that can be read in several ways", written);
        }
        if (SCHEME.matcher(written).matches()) {
            return parse(written);
        }
        if (written.startsWith("//")) {
            return parse(scheme + ":" + written);
        }
        String base = scheme + "://" + authority();
        String path = target.substring(0, end(target, 0, "?"));
        if (written.isEmpty() || written.startsWith("#")) {
            return this;
        }
        return switch (written.charAt(0)) {
            case '/' -> parse(base + written);
            case '?' -> parse(base + path + written);
            default -> parse(base + path.substring(0, path.lastIndexOf('/') + 1) + written);
        };
    }

    /** As a {@code Host} header and a cache of robots.txt name it: the host, and the port where it is not the usual. */
    String authority() {
        return isUsualPort() ? host.text() : host.text() + ":" + port;
    }

    /** In full. */
    public URI uri() {
        return URI.create(scheme + "://" + authority() + target);
    }

    private boolean isUsualPort() {
        return port == (scheme.equals("http") ? 80 : 443);
    }

    private static int port(String scheme, @Nullable String digits) throws IOException {
        if (digits == null || digits.isEmpty()) {
            return scheme.equals("http") ? 80 : 443;
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new Refusal("asks for port %s, which there is not".formatted(digits));
        }
        return port;
    }

    private static int end(String text, int from, String stops) {
        return List.of(stops.split("")).stream()
                .mapToInt(stop -> text.indexOf(stop, from))
                .filter(at -> at >= 0)
                .min()
                .orElse(text.length());
    }
}
