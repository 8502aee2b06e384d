package dev.standfirst.source;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.fetch.FetchRequest;
import dev.standfirst.fetch.FetchResult;
import dev.standfirst.fetch.Fetcher;
import dev.standfirst.fetch.FileFetcher;
import dev.standfirst.fetch.HttpFetcher;
import dev.standfirst.fetch.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Source → entries. */
@Component
public class SourceReader {

    private final HttpFetcher web;
    private final FolderReader folders;
    private final Clock clock;

    SourceReader(HttpFetcher web, FolderReader folders, Clock clock) {
        this.web = web;
        this.folders = folders;
        this.clock = clock;
    }

    /**
     * Reads what a source lists now.
     *
     * @param validators of the copy we hold
     */
    public Listing read(SourceSpec source, Validators validators) {
        if (source.kind() == SourceSpec.Kind.FOLDER) {
            return folders.read(Path.of(source.location()));
        }
        FetchRequest request = new FetchRequest(source.location(), validators.etag(), validators.lastModified());
        FetchResult result = fetcher(source).fetch(request);
        if (result instanceof FetchResult.Fetched fetched) {
            return feed(fetched.page());
        }
        return result instanceof FetchResult.Unavailable unavailable
                ? new Listing.Failed(unavailable.reason())
                : new Listing.Unchanged();
    }

    private Fetcher fetcher(SourceSpec source) {
        return "file".equals(source.location().getScheme())
                ? new FileFetcher(Path.of(source.location()).resolveSibling(""), clock)
                : web;
    }

    private static Listing feed(Page page) {
        Feed.Result result = FeedReader.read(page);
        if (result instanceof Feed.Result.Read read) {
            Validators validators = new Validators(page.header("etag"), page.header("last-modified"));
            return new Listing.Listed(read.feed().entries(), validators, List.of());
        }
        return new Listing.Failed(((Feed.Result.NotFeed) result).reason());
    }
}
