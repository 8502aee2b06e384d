package dev.standfirst.source;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.digest.SourceSpec.Kind;
import dev.standfirst.fetch.FetchRequest;
import dev.standfirst.fetch.FetchResult;
import dev.standfirst.fetch.FileFetcher;
import dev.standfirst.fetch.HttpFetcher;
import dev.standfirst.fetch.Page;
import dev.standfirst.text.Sha256;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Source → entries. */
@Component
public class SourceReader {

    private static final int FINE = 200;

    /** How long a list or an index of sitemaps is read on. */
    private static final Duration READ_ON = Duration.ofMinutes(5);

    private final HttpFetcher web;
    private final FolderReader folders;
    private final Clock clock;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

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
        if (source.kind() == Kind.FOLDER) {
            return folders.read(Path.of(source.location()));
        }
        if (stored.isLocal()) {
            Path file = Path.of(source.location());
            return listing(
                    source,
                    new FileFetcher(file.resolveSibling(""), clock).fetch(FetchRequest.of(source.location())),
                    stored,
                    Validators.NONE);
        }
        Validators validators = stored.validators(clock.instant());
        URI address = stored.address();
        return listing(
                source,
                web.fetch(new FetchRequest(address, validators.etag(), validators.lastModified())),
                stored,
                validators);
    }

    private Listing listing(SourceSpec source, FetchResult result, StoredSource stored, Validators sent) {
        if (result instanceof FetchResult.Fetched fetched) {
            return listing(source.kind(), fetched.page(), fetched.movedTo(), stored);
        }
        if (result instanceof FetchResult.NotModified same) {
            return sent.equals(Validators.NONE)
                    ? new Listing.Failed("says that nothing changed, though it was asked for everything", 304, null)
                    : new Listing.Unchanged(CacheHeaders.freshFor(same.headers(), clock.instant()), same.movedTo());
        }
        FetchResult.Unavailable unavailable = (FetchResult.Unavailable) result;
        return new Listing.Failed(unavailable.reason(), unavailable.status(), unavailable.retryAfter());
    }

    private Listing listing(Kind kind, Page page, @Nullable URI movedTo, StoredSource stored) {
        ListingReader.Result result = read(page, kind);
        if (result instanceof ListingReader.Result.Nothing nothing) {
            return new Listing.Failed(nothing.reason(), FINE, null);
        }
        if (result instanceof ListingReader.Result.ReadOn further) {
            return kind == Kind.PAGE
                    ? feedOf(further.addresses().get(0), stored)
                    : elsewhere(page, movedTo, further, stored);
        }
        List<Entry> entries = ((ListingReader.Result.Entries) result).entries();
        FeedSigns signs = kind == Kind.SITEMAP ? FeedSigns.NONE : FeedSigns.of(page.body());
        return listed(
                signs.whole() ? entries : allButLast(entries), List.of(), stored, reply(page, movedTo, signs, stored));
    }

    /** Only so many at a time as there are cores: a long listing takes many times its length in memory. */
    private ListingReader.Result read(Page page, Kind kind) {
        cores.acquireUninterruptibly();
        try {
            return ListingReader.read(page, kind);
        } finally {
            cores.release();
        }
    }

    /** Where the feed ends in the middle, its last entry may be half an entry. */
    private static List<Entry> allButLast(List<Entry> entries) {
        return entries.subList(0, Math.max(0, entries.size() - 1));
    }

    private static Listing listed(
            List<Entry> entries, List<String> problems, StoredSource stored, Listing.Reply reply) {
        int before = stored.copy().listed();
        return entries.isEmpty() && before > 0
                ? new Listing.Failed("lists nothing any more; it listed %,d".formatted(before), FINE, null)
                : new Listing.Listed(entries, problems, reply);
    }

    /** The feed that a web page names; where it goes on naming it, it is asked for directly, as after a move. */
    private Listing feedOf(URI feed, StoredSource stored) {
        FetchResult result = web.fetch(FetchRequest.of(feed));
        if (result instanceof FetchResult.Fetched fetched) {
            return listing(Kind.FEED, fetched.page(), feed, stored);
        }
        if (result instanceof FetchResult.Unavailable no) {
            // A feed that is gone for good leaves the page, which may name another one tomorrow.
            int status = no.status() == HttpStatus.GONE.value() ? HttpStatus.NOT_FOUND.value() : no.status();
            return new Listing.Failed(
                    "names the feed %s, which %s".formatted(feed, no.reason()), status, no.retryAfter());
        }
        return new Listing.Failed("names the feed %s, which has not changed".formatted(feed), FINE, null);
    }

    /**
     * What the addresses of a list or of an index of sitemaps list together. That the list has not changed says nothing
     * of what it names, so it is asked for without validators.
     */
    private Listing elsewhere(
            Page page, @Nullable URI movedTo, ListingReader.Result.ReadOn further, StoredSource stored) {
        List<Entry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        StringBuilder hashes = new StringBuilder();
        Instant end = clock.instant().plus(READ_ON);
        for (URI address : further.addresses()) {
            FetchResult result = clock.instant().isBefore(end)
                    ? web.fetch(FetchRequest.of(address))
                    : new FetchResult.Unavailable("was left out: reading the list took too long", 0, null);
            Optional<String> problem = add(address, further.kind(), result, entries, hashes);
            problem.ifPresent(problems::add);
        }
        if (problems.size() == further.addresses().size()) {
            return Listing.Failed.of(
                    "names %,d addresses, none of which can be read: %s".formatted(problems.size(), problems.get(0)));
        }
        Listing.Reply reply = new Listing.Reply(
                Validators.NONE,
                page.address().toString(),
                Sha256.hex(hashes.toString()),
                CacheHeaders.freshFor(page.headers(), page.fetchedAt()),
                FeedSigns.NONE,
                movedTo);
        return listed(entries, problems, stored, reply);
    }

    private Optional<String> add(
            URI address, Kind kind, FetchResult result, List<Entry> entries, StringBuilder hashes) {
        if (result instanceof FetchResult.Fetched fetched) {
            hashes.append(Sha256.hex(fetched.page().body()));
            ListingReader.Result read = read(fetched.page(), kind);
            if (read instanceof ListingReader.Result.Entries found) {
                entries.addAll(found.entries());
                return Optional.empty();
            }
            return Optional.of(
                    read instanceof ListingReader.Result.Nothing nothing
                            ? address + " " + nothing.reason()
                            : address + " is an index of further sitemaps, which are not read");
        }
        String reason =
                result instanceof FetchResult.Unavailable unavailable ? unavailable.reason() : "has not changed";
        return Optional.of(address + " " + reason);
    }

    private static Listing.Reply reply(Page page, @Nullable URI movedTo, FeedSigns signs, StoredSource stored) {
        Duration fresh = CacheHeaders.freshFor(page.headers(), page.fetchedAt());
        return stored.isLocal()
                ? Listing.Reply.LOCAL
                : new Listing.Reply(
                        new Validators(page.header("etag"), page.header("last-modified")),
                        page.address().toString(),
                        Sha256.hex(page.body()),
                        fresh,
                        signs,
                        movedTo);
    }
}
