package dev.standfirst.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The one public address of an article: the canonical link (RFC 6596) where it is credible, without tracking
 * parameters.
 */
final class CanonicalUrl {

    private static final Pattern TRACKING = Pattern.compile(
            "(?:utm_\\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|at_medium|at_campaign|ns_\\w+|cmpid|cmp|wt_mc|xtor|ref|ref_src|smid|spm)",
            Pattern.CASE_INSENSITIVE);

    private CanonicalUrl() {}

    /**
     * The address.
     *
     * @param fetched where the page came from
     */
    static URI of(PageFacts facts, URI fetched) {
        URI named = resolve(fetched.toString(), facts.first("canonical", "og:url"));
        return withoutTracking(named != null && isCredible(named, fetched) ? named : fetched);
    }

    /** A page may name another address of its own site, but not its site's front page, and not somebody else's. */
    private static boolean isCredible(URI named, URI fetched) {
        if (named.getHost() == null) {
            return false;
        }
        boolean file = "file".equals(fetched.getScheme());
        boolean front = named.getPath() == null || named.getPath().length() <= 1;
        return file || (!front && site(named).equals(site(fetched)));
    }

    /** The last two labels of the host: near enough to tell one publisher from another. */
    private static String site(URI address) {
        String[] labels = String.valueOf(address.getHost()).split("\\.");
        return Arrays.stream(labels).skip(Math.max(0, labels.length - 2)).collect(Collectors.joining("."));
    }

    static @Nullable URI resolve(String base, String text) {
        try {
            URI address = new URI(base).resolve(new URI(text.strip().replace(" ", "%20")));
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return text.isBlank() || !web ? null : address;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static URI withoutTracking(URI address) {
        if (address.getRawQuery() == null) {
            return address;
        }
        String kept = Arrays.stream(address.getRawQuery().split("&"))
                .filter(parameter ->
                        !TRACKING.matcher(parameter.split("=", 2)[0]).matches())
                .collect(Collectors.joining("&"));
        String whole = address.toString();
        String bare = whole.substring(0, whole.indexOf('?'));
        return URI.create(kept.isEmpty() ? bare : bare + "?" + kept);
    }
}
