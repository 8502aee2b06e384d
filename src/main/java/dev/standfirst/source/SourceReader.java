package dev.standfirst.source;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.fetch.FetchRequest;
import dev.standfirst.fetch.FetchResult;
import dev.standfirst.fetch.FileFetcher;
import dev.standfirst.fetch.HttpFetcher;
import dev.standfirst.fetch.Page;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Source → entries. */
@Component
public class SourceReader {

    private static final int FINE = 200;

    private final HttpFetcher web;
    private final FolderReader folders;
    private final Clock clock;

    SourceReader(HttpFetcher web, FolderReader folders, Clock clock) {
        this.web = web;
        this.folders = folders;
        this.clock = clock;
    }

    /**
     * Reads what a source lists now. Whether it may be asked now is the caller's to see to.
     *
     * @param stored what is known of it
     */
    public Listing read(SourceSpec source, StoredSource stored) {
        if (source.kind() == SourceSpec.Kind.FOLDER) {
            return folders.read(Path.of(source.location()));
        }
        if (stored.isLocal()) {
            Path file = Path.of(source.location());
            return listing(
                    new FileFetcher(file.resolveSibling(""), clock).fetch(FetchRequest.of(source.location())),
                    stored,
                    Validators.NONE);
        }
        Validators validators = stored.validators(clock.instant());
        URI address = stored.address();
        return listing(
                web.fetch(new FetchRequest(address, validators.etag(), validators.lastModified())), stored, validators);
    }

    private Listing listing(FetchResult result, StoredSource stored, Validators sent) {
        if (result instanceof FetchResult.Fetched fetched) {
            return feed(fetched.page(), fetched.movedTo(), stored);
        }
        if (result instanceof FetchResult.NotModified same) {
            return sent.equals(Validators.NONE)
                    ? new Listing.Failed("says that nothing changed, though it was asked for everything", 304, null)
                    : new Listing.Unchanged(CacheHeaders.freshFor(same.headers(), clock.instant()), same.movedTo());
        }
        FetchResult.Unavailable unavailable = (FetchResult.Unavailable) result;
        return new Listing.Failed(unavailable.reason(), unavailable.status(), unavailable.retryAfter());
    }

    private static Listing feed(Page page, @Nullable URI movedTo, StoredSource stored) {
        Feed.Result result = FeedReader.read(page);
        if (result instanceof Feed.Result.NotFeed notFeed) {
            return new Listing.Failed(notFeed.reason(), FINE, null);
        }
        Feed feed = ((Feed.Result.Read) result).feed();
        if (feed.entries().isEmpty() && stored.copy().listed() > 0) {
            return new Listing.Failed(
                    "lists nothing any more; it listed %,d"
                            .formatted(stored.copy().listed()),
                    FINE,
                    null);
        }
        Listing.Reply reply = reply(page, movedTo, stored);
        return new Listing.Listed(
                reply.signs().whole() ? feed.entries() : allButLast(feed.entries()), List.of(), reply);
    }

    /** Where the feed ends in the middle, its last entry may be half an entry. */
    private static List<Entry> allButLast(List<Entry> entries) {
        return entries.subList(0, Math.max(0, entries.size() - 1));
    }

    private static Listing.Reply reply(Page page, @Nullable URI movedTo, StoredSource stored) {
        Duration fresh = CacheHeaders.freshFor(page.headers(), page.fetchedAt());
        return stored.isLocal()
                ? Listing.Reply.LOCAL
                : new Listing.Reply(
                        new Validators(page.header("etag"), page.header("last-modified")),
                        page.address().toString(),
                        Hash.of(page.body()),
                        fresh,
                        FeedSigns.of(page.body()),
                        movedTo);
    }
}
