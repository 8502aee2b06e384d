package dev.standfirst.source;

import dev.standfirst.fetch.FetchRequest;
import dev.standfirst.fetch.FetchResult;
import dev.standfirst.fetch.HttpFetcher;
import dev.standfirst.fetch.Page;
import dev.standfirst.text.OneLine;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.springframework.stereotype.Component;

/** The address that somebody gives → the feeds that are there. */
@Component
public class FeedFinder {

    private static final int NAME = 100;

    private final HttpFetcher web;

    FeedFinder(HttpFetcher web) {
        this.web = web;
    }

    /** What came of looking. */
    public sealed interface Result {

        /** Feeds, the best first; at least one. */
        record Found(List<Named> feeds) implements Result {

            public Found {
                feeds = List.copyOf(feeds);
            }
        }

        /** None; {@code reason} fits behind the address. */
        record None(String reason) implements Result {}
    }

    /**
     * A feed.
     *
     * @param name what it or its page calls it, else its host
     * @param address on the web
     */
    public record Named(String name, URI address) {}

    /** Asks for a page, once; it may be the feed itself. */
    public Result find(String address) {
        URI uri;
        try {
            uri = new URI(address.contains("://") ? address : "https://" + address);
        } catch (URISyntaxException e) {
            return new Result.None("is not a web address");
        }
        if (!Addresses.isWeb(uri) || uri.getHost() == null) {
            return new Result.None("is not a web address");
        }
        FetchResult result = web.fetch(FetchRequest.of(uri));
        if (result instanceof FetchResult.Fetched fetched) {
            return feeds(fetched.page());
        }
        return new Result.None(result instanceof FetchResult.Unavailable no ? no.reason() : "has not changed");
    }

    private static Result feeds(Page page) {
        if (FeedReader.read(page) instanceof Feed.Result.Read read) {
            return new Result.Found(List.of(named(read.feed().title(), page.address())));
        }
        List<Named> named = FeedDiscovery.find(page).stream()
                .map(candidate -> named(candidate.title(), candidate.address()))
                .toList();
        return named.isEmpty() ? new Result.None("is a web page that names no feed") : new Result.Found(named);
    }

    private static Named named(String title, URI address) {
        String name = OneLine.of(title, NAME).strip();
        return new Named(name.isEmpty() ? String.valueOf(address.getHost()) : name, address);
    }
}
