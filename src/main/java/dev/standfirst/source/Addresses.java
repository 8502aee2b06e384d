package dev.standfirst.source;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses as feeds and pages write them: relative, with blanks and other slips, made absolute by RFC 3986. */
final class Addresses {

    /** Longer ones are no addresses of articles, and servers refuse them. */
    private static final int LONGEST = 8_000;

    private static final String HEX = "0123456789ABCDEF";

    private Addresses() {}

    /** An absolute address, or null where the text is none. */
    static @Nullable URI resolve(URI base, String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return null;
        }
        try {
            return withPlainHost(withoutLeadingDots(absolute(base, tidy(stripped))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    /** An absolute address, or the base itself where the text is none. */
    static URI resolveOr(URI base, String text) {
        URI address = text.isEmpty() ? null : resolve(base, text);
        return address == null ? base : address;
    }

    /** An address that articles can be at, or null: on the web, or in a file where the feed itself is one. */
    static @Nullable URI page(URI base, @Nullable URI address) {
        if (address == null) {
            return null;
        }
        boolean file = "file".equalsIgnoreCase(address.getScheme()) && "file".equals(base.getScheme());
        return file || isWeb(address) ? address : null;
    }

    static boolean isWeb(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && address.getRawAuthority() != null;
    }

    /** What java.net.URI resolves by the older RFC 2396 is done by hand: an empty path, a query alone. */
    private static URI absolute(URI base, String text) throws URISyntaxException {
        if (base.isOpaque() || !base.isAbsolute()) {
            return new URI(text);
        }
        URI whole = base.getRawPath().isEmpty() ? base.resolve("/") : base;
        if (text.startsWith("?")) {
            return new URI(upTo('?', upTo('#', whole.toString())) + text);
        }
        return text.startsWith("#") ? new URI(upTo('#', whole.toString()) + text) : whole.resolve(new URI(text));
    }

    /** Hosts in other scripts are asked for by their names in ASCII (RFC 5890). */
    private static URI withPlainHost(URI address) throws URISyntaxException {
        String host = address.getRawAuthority();
        if (host == null || host.chars().allMatch(c -> c < 128) || !isWeb(address)) {
            return address;
        }
        return new URI(address.toString().replace("//" + host, "//" + IDN.toASCII(host, IDN.ALLOW_UNASSIGNED)));
    }

    private static String upTo(char end, String address) {
        int at = address.indexOf(end);
        return at < 0 ? address : address.substring(0, at);
    }

    /** Browsers drop what climbs above the top folder. */
    private static URI withoutLeadingDots(URI address) throws URISyntaxException {
        String path = address.getRawPath();
        if (path == null || !path.startsWith("/..")) {
            return address;
        }
        String rest = path;
        while (rest.startsWith("/../")) {
            rest = rest.substring(3);
        }
        String whole = address.toString();
        int at = whole.indexOf(path);
        return new URI(whole.substring(0, at) + rest + whole.substring(at + path.length()));
    }

    /** As browsers do: line breaks go, blanks and what no address may hold are escaped. */
    private static String tidy(String text) {
        StringBuilder tidy = new StringBuilder(text.length());
        int hostEnd = hostEnd(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isStray(text, i, hostEnd)) {
                tidy.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else if (c > ' ') {
                tidy.append(c);
            }
        }
        return tidy.toString();
    }

    private static boolean isStray(String text, int at, int hostEnd) {
        char c = text.charAt(at);
        return switch (c) {
            case '%' -> !isEscape(text, at);
            case '[', ']' -> at >= hostEnd;
            default -> " \"<>\\^`{|}".indexOf(c) >= 0;
        };
    }

    /** Where brackets, which an IPv6 host has, are no longer allowed. */
    private static int hostEnd(String text) {
        int start = text.indexOf("//");
        int end = start < 0 ? 0 : text.indexOf('/', start + 2);
        return end < 0 ? text.length() : end;
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
