package dev.standfirst.job;

import dev.standfirst.article.Article;
import dev.standfirst.article.ArticleExtractor;
import dev.standfirst.fetch.FetchResult;
import dev.standfirst.source.Entry;
import dev.standfirst.source.PageReader;
import dev.standfirst.source.PendingEntry;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;

/**
 * Entry → page → article; several at a time. An article that breaks the extractor is a value like any other failure: it
 * must not take the rest of the edition with it.
 */
@Component
class EntryExtractor implements ItemProcessor<PendingEntry, Extracted> {

    private static final Logger log = LoggerFactory.getLogger(EntryExtractor.class);
    private static final int NAME_LENGTH = 80;

    private final PageReader pages;

    EntryExtractor(PageReader pages) {
        this.pages = pages;
    }

    @Override
    public Extracted process(PendingEntry pending) {
        try {
            return extract(pending);
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("entry {} broke the extractor", pending.id(), e);
            return new Extracted.NotFound(
                    pending.id(),
                    name(pending.entry()),
                    "could not be read: " + e.getClass().getSimpleName());
        }
    }

    private Extracted extract(PendingEntry pending) {
        Entry entry = pending.entry();
        URI link = entry.link();
        URI address = link == null ? pending.source() : link;
        boolean whole = link == null || isWholeFile(entry, link);
        Optional<Article> own = ArticleExtractor.ofEntry(entry, address, whole);
        if (whole) {
            return found(pending, own, "holds no text");
        }
        FetchResult result = pages.read(address, pending.source());
        if (result instanceof FetchResult.Fetched fetched) {
            Optional<Article> page = ArticleExtractor.extract(fetched.page());
            return found(pending, ArticleExtractor.choose(page, own, entry), "has no text that reads like an article");
        }
        String reason =
                result instanceof FetchResult.Unavailable unavailable ? unavailable.reason() : "has not changed";
        return found(pending, own, reason);
    }

    /** A text, Markdown or mail file is an entry that holds all of its article. */
    private static boolean isWholeFile(Entry entry, URI link) {
        return "file".equals(link.getScheme())
                && !entry.content().isEmpty()
                && link.getPath().endsWith(entry.id());
    }

    private static Extracted found(PendingEntry pending, Optional<Article> article, String otherwise) {
        return article.<Extracted>map(found -> new Extracted.Found(pending.id(), found))
                .orElseGet(() -> new Extracted.NotFound(pending.id(), name(pending.entry()), otherwise));
    }

    private static String name(Entry entry) {
        String name = entry.title().isBlank() ? entry.id() : entry.title();
        return "\"" + (name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH) + "…") + "\"";
    }
}
