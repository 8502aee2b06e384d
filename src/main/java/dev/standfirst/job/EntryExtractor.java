package dev.standfirst.job;

import dev.standfirst.article.Article;
import dev.standfirst.article.ArticleExtractor;
import dev.standfirst.article.Articles;
import dev.standfirst.article.Fingerprint;
import dev.standfirst.article.PageLimits;
import dev.standfirst.fetch.FetchResult;
import dev.standfirst.fetch.Page;
import dev.standfirst.source.Entries;
import dev.standfirst.source.Entry;
import dev.standfirst.source.PageReader;
import dev.standfirst.source.PendingEntry;
import dev.standfirst.source.PendingEntry.Waiting;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Entry → page → article; many at a time, but only as many at the extracting as there are cores. An article that breaks
 * the extractor is a value like any other failure: it must not take the rest of the edition with it.
 */
@Component
class EntryExtractor {

    private static final Logger log = LoggerFactory.getLogger(EntryExtractor.class);
    private static final int NAME_LENGTH = 80;
    private static final int ANSWERED_NOTHING = 0;

    private final PageReader pages;
    private final Entries entries;
    private final Articles articles;
    private final Claims claims;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

    EntryExtractor(PageReader pages, Entries entries, Articles articles, Claims claims) {
        this.pages = pages;
        this.entries = entries;
        this.articles = articles;
        this.claims = claims;
    }

    /** Extracts it. A page that another run is fetching at this moment is waited for. */
    Extracted extract(Waiting waiting, NetworkWaits waits) {
        long id = waiting.id();
        // What is on this machine may be read twice; whoever is second stores nothing.
        boolean claimed = waiting.host().isEmpty();
        while (!claimed && entries.isPending(id)) {
            claimed = claims.take(Claims.Of.ENTRY, id);
            if (!claimed && !waits.pause()) {
                break;
            }
        }
        // Another run may have stored its article just before it was ours.
        return claimed
                ? entries.findPending(id)
                        .map(pending -> guarded(pending, waits))
                        .orElseGet(() -> release(id))
                : new Extracted.Elsewhere(id);
    }

    private Extracted release(long entryId) {
        claims.release(Claims.Of.ENTRY, List.of(entryId));
        return new Extracted.Elsewhere(entryId);
    }

    private Extracted guarded(PendingEntry pending, NetworkWaits waits) {
        try {
            return extract(pending, waits);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.warn("entry {} broke the extractor", pending.id(), e);
            return notFound(pending, "could not be read: " + e.getClass().getSimpleName(), false);
        }
    }

    private Extracted extract(PendingEntry pending, NetworkWaits waits) {
        Entry entry = pending.entry();
        URI link = entry.link();
        URI address = link == null ? pending.source() : link;
        boolean whole = link == null || isWholeFile(entry, link);
        Optional<Article> own = onACore(() -> ArticleExtractor.ofEntry(entry, address, whole));
        if (whole) {
            return found(pending, own, "holds no text");
        }
        Optional<Article> twin = twin(pending);
        if (twin.isPresent()) {
            return found(pending, ArticleExtractor.choose(Optional.empty(), twin, entry), "");
        }
        FetchResult result = waits.call(() -> pages.read(address, pending.source()));
        return result == null ? release(pending.id()) : article(pending, own, result, waits);
    }

    private Extracted article(PendingEntry pending, Optional<Article> own, FetchResult result, NetworkWaits waits) {
        if (result instanceof FetchResult.Fetched fetched) {
            Optional<String> objection = PageLimits.objection(fetched.page());
            Optional<Article> page = objection.isPresent()
                    ? Optional.empty()
                    : onACore(() -> ArticleExtractor.extract(fetched.page(), next -> further(next, pending, waits)));
            return found(
                    pending,
                    ArticleExtractor.choose(page, own, pending.entry()),
                    objection.orElse("has no text that reads like an article"));
        }
        if (result instanceof FetchResult.Unavailable unavailable) {
            return own.isPresent()
                    ? found(pending, own, "")
                    : notFound(pending, unavailable.reason(), unavailable.status() == ANSWERED_NOTHING);
        }
        return found(pending, own, "has not changed");
    }

    /** The next page of an article. Its core is free meanwhile. */
    private Optional<Page> further(URI next, PendingEntry pending, NetworkWaits waits) {
        cores.release();
        try {
            return waits.call(() -> pages.read(next, pending.source())) instanceof FetchResult.Fetched fetched
                            && PageLimits.objection(fetched.page()).isEmpty()
                    ? Optional.of(fetched.page())
                    : Optional.empty();
        } finally {
            cores.acquireUninterruptibly();
        }
    }

    /** What another source lists too is not fetched again. */
    private Optional<Article> twin(PendingEntry pending) {
        return pending.addressKey().isEmpty()
                ? Optional.empty()
                : entries.extractedTwin(pending.addressKey()).flatMap(articles::find);
    }

    private <T> T onACore(Supplier<T> work) {
        cores.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }

    /** A text, Markdown or mail file is an entry that holds all of its article. */
    private static boolean isWholeFile(Entry entry, URI link) {
        return "file".equals(link.getScheme())
                && !entry.content().isEmpty()
                && link.getPath().endsWith(entry.id());
    }

    private Extracted found(PendingEntry pending, Optional<Article> article, String otherwise) {
        return article.<Extracted>map(found -> new Extracted.Found(
                        pending.id(), pending.sourceId(), found, onACore(() -> Fingerprint.of(found.text()))))
                .orElseGet(() -> notFound(pending, otherwise, false));
    }

    private static Extracted notFound(PendingEntry pending, String reason, boolean unreached) {
        return new Extracted.NotFound(pending.id(), name(pending.entry()), reason, unreached);
    }

    private static String name(Entry entry) {
        String name = entry.title().isBlank() ? entry.id() : entry.title();
        return "\"" + (name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH) + "…") + "\"";
    }
}
