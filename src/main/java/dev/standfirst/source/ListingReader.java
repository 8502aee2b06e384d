package dev.standfirst.source;

import dev.standfirst.digest.Opml;
import dev.standfirst.digest.SourceSpec.Kind;
import dev.standfirst.fetch.Page;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of a source on the web, and what kind of source it is → what the source lists, or where to read on. */
final class ListingReader {

    /** Of an index of sitemaps, the parts that changed last hold what is new; a large site has thousands. */
    private static final int SITEMAPS = 5;

    /** A sitemap names every page of a site. Those that are news are among the last so many. */
    private static final int PAGES = 500;

    /** Feeds of one list on the web. */
    private static final int FEEDS = 200;

    private ListingReader() {}

    /** What a page says that its source lists. */
    sealed interface Result {

        /** These entries; of a sitemap the newest ones alone, the newest first. */
        record Entries(List<Entry> entries) implements Result {

            public Entries {
                entries = List.copyOf(entries);
            }
        }

        /**
         * What is at other addresses.
         *
         * @param addresses on the web, each once, in the order to read them; at least one
         * @param kind what is there
         */
        record ReadOn(List<URI> addresses, Kind kind) implements Result {

            public ReadOn {
                addresses = List.copyOf(addresses);
            }
        }

        /** Nothing; {@code reason} fits behind the source's name: "is a web page that names no feed". */
        record Nothing(String reason) implements Result {}
    }

    /**
     * Reads a page.
     *
     * @param kind what the source is declared to be; of a folder there are no pages
     */
    static Result read(Page page, Kind kind) {
        return switch (kind) {
            case FEED -> feed(page);
            case SITEMAP -> sitemap(page);
            case PAGE -> page(page);
            case OPML -> list(page);
            case FOLDER -> throw new IllegalArgumentException("a folder has no page");
        };
    }

    private static Result feed(Page page) {
        Feed.Result result = FeedReader.read(page);
        return result instanceof Feed.Result.Read read
                ? new Result.Entries(read.feed().entries())
                : new Result.Nothing(((Feed.Result.NotFeed) result).reason());
    }

    /** People name a page, and some of them the feed itself. */
    private static Result page(Page page) {
        if (FeedReader.read(page) instanceof Feed.Result.Read read) {
            return new Result.Entries(read.feed().entries());
        }
        List<FeedDiscovery.Candidate> candidates = FeedDiscovery.find(page);
        return candidates.isEmpty()
                ? new Result.Nothing("is a web page that names no feed")
                : new Result.ReadOn(List.of(candidates.get(0).address()), Kind.FEED);
    }

    private static Result sitemap(Page page) {
        Sitemap.Result result = Sitemap.read(page);
        if (result instanceof Sitemap.Result.Pages pages) {
            return new Result.Entries(newest(pages.entries()));
        }
        if (result instanceof Sitemap.Result.NotSitemap none) {
            return new Result.Nothing(none.reason());
        }
        List<URI> sitemaps = ((Sitemap.Result.Index) result)
                .sitemaps().stream().limit(SITEMAPS).toList();
        return sitemaps.isEmpty()
                ? new Result.Nothing("is an index of sitemaps that names none")
                : new Result.ReadOn(sitemaps, Kind.SITEMAP);
    }

    private static List<Entry> newest(List<Entry> entries) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(ListingReader::date, Comparator.nullsLast(Comparator.reverseOrder())));
        return sorted.subList(0, Math.min(sorted.size(), PAGES));
    }

    private static @Nullable Instant date(Entry entry) {
        return entry.published() == null ? entry.updated() : entry.published();
    }

    private static Result list(Page page) {
        Opml.Result result = Opml.read(page.body(), page.contentType());
        if (result instanceof Opml.Result.NotOpml none) {
            return new Result.Nothing(none.reason());
        }
        List<URI> addresses = ((Opml.Result.Read) result)
                .opml().feeds().stream()
                        .flatMap(feed -> Stream.ofNullable(Addresses.resolve(page.address(), feed.address())))
                        .filter(Addresses::isWeb)
                        .distinct()
                        .limit(FEEDS)
                        .toList();
        return addresses.isEmpty()
                ? new Result.Nothing("is a list that names no feed on the web")
                : new Result.ReadOn(addresses, Kind.FEED);
    }
}
