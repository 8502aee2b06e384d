package dev.standfirst.source;

import dev.standfirst.fetch.Page;
import dev.standfirst.source.Feed.Result;
import java.net.URI;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, and JSON Feed, well formed or not. Jsoup's XML parser never resolves an
 * external entity and is not troubled by depth.
 */
public final class FeedReader {

    private FeedReader() {}

    /** Reads a page as a feed. */
    public static Result read(Page page) {
        String text = FeedText.decode(page);
        String start = text.stripLeading();
        URI base = base(page);
        if (start.startsWith("{")) {
            return JsonFeed.read(start, base);
        }
        Document document = Jsoup.parse(start, base.toString(), Parser.xmlParser());
        Element root = root(document);
        return switch (FeedXml.name(root)) {
            case "rss", "rdf", "channel" -> new Result.Read(RssFeed.read(root, base));
            case "feed" -> new Result.Read(AtomFeed.read(root, base));
            default -> new Result.NotFeed(notFeed(document, root, start));
        };
    }

    private static Element root(Document document) {
        return document.children().stream()
                .filter(element -> !FeedXml.name(element).isEmpty())
                .findFirst()
                .orElse(document);
    }

    private static URI base(Page page) {
        URI location = FeedXml.resolve(page.address(), page.header("content-location"));
        return location == null ? page.address() : location;
    }

    private static String notFeed(Document document, Element root, String start) {
        if (start.isEmpty()) {
            return "is not a feed: it is empty";
        }
        String name = root.normalName();
        if (!name.equals("html")) {
            return "is not a feed: it begins with " + (document.children().isEmpty() ? "plain text" : "<" + name + ">");
        }
        Document html = Jsoup.parse(start, document.location());
        Element link = html.selectFirst("link[rel~=(?i)\\balternate\\b][type~=(?i)(rss|atom|feed)]");
        return link == null
                ? "is a web page, not a feed"
                : "is a web page, not a feed; it names this feed: " + link.absUrl("href");
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
