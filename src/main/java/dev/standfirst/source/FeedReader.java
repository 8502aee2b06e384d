package dev.standfirst.source;

import dev.standfirst.fetch.Page;
import dev.standfirst.source.Feed.Result;
import dev.standfirst.xml.TolerantXml;
import dev.standfirst.xml.XmlText;
import java.net.URI;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, and JSON Feed, well formed or not, in time and memory that grow with
 * their length alone.
 */
public final class FeedReader {

    private FeedReader() {}

    /** Reads a page as a feed. */
    public static Result read(Page page) {
        String text = XmlText.decode(page.body(), page.contentType());
        String start = text.stripLeading();
        URI base = Addresses.resolveOr(page.address(), page.header("content-location"));
        if (start.startsWith("{")) {
            return JsonFeed.read(start, base);
        }
        Document document = TolerantXml.parse(start, base);
        Element first = document.firstElementChild();
        if (first != null) {
            FeedElement root = FeedElement.root(first, base, language(page));
            if (XmlFeed.isFeed(root)) {
                return new Result.Read(XmlFeed.read(root));
            }
        }
        return new Result.NotFeed(notFeed(first, start, page));
    }

    /** A server's language counts where it names one alone. */
    private static String language(Page page) {
        String languages = page.header("content-language");
        return languages.contains(",") ? "" : languages.strip();
    }

    private static String notFeed(@Nullable Element first, String start, Page page) {
        if (start.isEmpty()) {
            return "is not a feed: it is empty";
        }
        String name = first == null ? "" : first.normalName();
        if (!name.equals("html")) {
            return "is not a feed: it begins with " + (name.isEmpty() ? "plain text" : "<" + name + ">");
        }
        List<FeedDiscovery.Candidate> named = FeedDiscovery.find(page);
        return named.isEmpty()
                ? "is a web page, not a feed"
                : "is a web page, not a feed; it names this feed: "
                        + named.get(0).address();
    }
}
