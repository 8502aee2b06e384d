package dev.standfirst.source;

import dev.standfirst.fetch.Page;
import dev.standfirst.xml.TolerantXml;
import dev.standfirst.xml.XmlText;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The feeds that a page names: by {@code <link rel="alternate">} (HTML, 4.6.7.1), else by links that say to people that
 * they lead to a feed. No address is guessed, and none is asked for.
 */
public final class FeedDiscovery {

    /** More than these are a directory of feeds, not the feeds of a page. */
    private static final int MOST = 50;

    private static final Pattern FEED_TYPE =
            Pattern.compile("(?:application|text)/(?:rss|atom|rdf|feed)\\+(?:xml|json)|(?:application|text)/xml");
    private static final Pattern FEED_WORD = Pattern.compile("\\b(?:rss|atom|feeds?|xml)\\b");
    private static final Pattern FEED_PATH =
            Pattern.compile("(?:\\.(?:rss|atom|rdf)|/(?:feed|rss|atom)s?/?|/(?:feed|rss|atom|index)\\.(?:xml|json))$");
    private static final Pattern COMMENTS =
            Pattern.compile("\\b(?:comments?|kommentare?|commentaires?|comentarios|replies)\\b");

    private FeedDiscovery() {}

    /**
     * A feed that a page names.
     *
     * @param address on the web
     * @param title what the page calls it, may be empty
     * @param type media type as the page says, in lower case, may be empty
     */
    public record Candidate(URI address, String title, String type) {

        private boolean isOfComments() {
            String path = String.valueOf(address.getRawPath());
            return COMMENTS.matcher(FeedNames.lower(title + " " + path)).find();
        }
    }

    /** The feeds of a page, the best first: as the page orders them, those of comments last. */
    public static List<Candidate> find(Page page) {
        String html = XmlText.decode(page.body(), page.contentType());
        return find(Jsoup.parse(TolerantXml.bounded(html), page.address().toString()), page.address());
    }

    private static List<Candidate> find(Document document, URI address) {
        Element base = document.selectFirst("base[href]");
        URI from = base == null ? address : Addresses.resolveOr(address, base.attr("href"));
        List<Candidate> named = candidates(document.select("link[rel][href]"), from, FeedDiscovery::isFeedLink);
        return named.isEmpty() ? candidates(document.select("a[href]"), from, FeedDiscovery::isVisibleLink) : named;
    }

    private static List<Candidate> candidates(
            List<Element> links, URI from, java.util.function.Predicate<Element> isFeed) {
        Map<URI, Candidate> found = new LinkedHashMap<>();
        for (Element link : links) {
            Candidate candidate = found.size() < MOST && isFeed.test(link) ? candidate(link, from) : null;
            if (candidate != null) {
                found.putIfAbsent(candidate.address(), candidate);
            }
        }
        List<Candidate> candidates = new ArrayList<>(found.values());
        candidates.sort(Comparator.comparing(Candidate::isOfComments));
        return candidates;
    }

    private static @Nullable Candidate candidate(Element link, URI from) {
        String href = link.attr("href").strip().replaceFirst("(?i)^feed:(?=https?:)", "");
        URI address = Addresses.resolve(from, href.replaceFirst("(?i)^feed://", "https://"));
        String title = link.attr("title").isBlank() ? link.text() : link.attr("title");
        return address == null || !Addresses.isWeb(address)
                ? null
                : new Candidate(
                        address,
                        FeedHtml.oneLine(title),
                        FeedNames.lower(link.attr("type").strip()));
    }

    /** A type is needed: pages name their translations, their other shapes and their interfaces as alternates too. */
    private static boolean isFeedLink(Element link) {
        String relations = " " + FeedNames.lower(link.attr("rel")).replaceAll("\\s++", " ") + " ";
        String type = FeedNames.lower(link.attr("type").strip());
        boolean feed = FEED_TYPE.matcher(type.replaceFirst(";.*", "").strip()).matches();
        boolean named = relations.contains(" feed ") || relations.contains(" alternate ");
        return named
                && !relations.contains(" stylesheet ")
                && (feed || (relations.contains(" feed ") && type.isEmpty()));
    }

    private static boolean isVisibleLink(Element link) {
        String path = FeedNames.lower(link.attr("href").replaceFirst("[?#].*", ""));
        String words = FeedNames.lower(link.text() + " " + link.attr("title") + " " + link.className());
        boolean saysSo = words.length() < 200 && FEED_WORD.matcher(words).find();
        return FEED_PATH.matcher(path).find() || (saysSo && (path.endsWith(".xml") || path.endsWith(".json")));
    }
}
