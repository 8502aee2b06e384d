package dev.standfirst.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The names of a feed's elements: by namespace, whatever prefixes its author chose. RSS names stand alone
 * ({@code pubdate}), those of every other vocabulary have the prefix by which this package calls it
 * ({@code atom:published}, {@code dc:date}). All are in lower case, since hand-made feeds differ in it.
 */
final class FeedNames {

    /** Namespaces by their address without scheme and without a last slash or number sign, in lower case. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/dc/elements/1.1", "dc"),
            Map.entry("purl.org/dc/elements/1.0", "dc"),
            Map.entry("purl.org/dc/terms", "dc"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("www.rssboard.org/media-rss", "media"),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("www.google.com/schemas/play-podcasts/1.0", "googleplay"),
            Map.entry("www.w3.org/2005/atom", "atom"),
            Map.entry("purl.org/atom/ns", "atom"),
            Map.entry("purl.org/net/rss1.1", ""),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("www.google.com/schemas/sitemap-news/0.9", "news"),
            Map.entry("www.sitemaps.org/schemas/sitemap/0.9", ""),
            Map.entry("purl.org/rss/1.0", ""),
            Map.entry("my.netscape.com/rdf/simple/0.9", ""),
            Map.entry("channel.netscape.com/rdf/simple/0.9", ""),
            Map.entry("backend.userland.com/rss", ""),
            Map.entry("backend.userland.com/rss2", ""),
            Map.entry("blogs.law.harvard.edu/tech/rss", ""));

    private final String root;
    private final String rootPrefix;
    private final boolean early;
    private final Map<String, String> known = new HashMap<>();

    /** The names of the elements below this one, the first of its document. */
    FeedNames(Element root) {
        this.root = root.tag().namespace();
        this.rootPrefix = lower(root.tag().localName()).equals("feed") ? "atom" : "";
        this.early = lower(root.tag().localName()).equals("rdf")
                || root.attr("version").startsWith("0.9");
    }

    /** Whether this is RSS before 2.0, which is older than the habit of writing HTML into titles. */
    boolean early() {
        return early;
    }

    /** The name of an element. */
    String of(Element element) {
        String local = lower(element.tag().localName());
        String prefix = prefix(element);
        return prefix.isEmpty() ? local : prefix + ":" + local;
    }

    /**
     * A namespace nobody knows, and none at all, leave the prefix to say what is meant; what has neither is in the
     * language of the whole document. An RSS document that claims to be Atom is RSS all the same.
     */
    private String prefix(Element element) {
        String namespace = element.tag().namespace();
        String own = lower(element.tag().prefix());
        boolean asRoot = namespace.equals(root) && own.isEmpty();
        if (asRoot || namespace.isEmpty()) {
            return own.isEmpty() ? rootPrefix : own;
        }
        return known.computeIfAbsent(namespace, FeedNames::prefix).equals("?")
                ? (own.isEmpty() ? rootPrefix : own)
                : known.getOrDefault(namespace, "");
    }

    private static String prefix(String namespace) {
        String bare = lower(namespace).replaceFirst("^https?://", "").replaceFirst("[/#]$", "");
        return PREFIXES.getOrDefault(bare, "?");
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
