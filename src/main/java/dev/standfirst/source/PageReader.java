package dev.standfirst.source;

import dev.standfirst.fetch.ArticleFetcher;
import dev.standfirst.fetch.FetchRequest;
import dev.standfirst.fetch.FetchResult;
import dev.standfirst.fetch.FileFetcher;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.stereotype.Component;

/**
 * Entry → page. An entry of a source in files may lead to files below that source's own folder, or to the web; an entry
 * from the web leads to the web alone, and only where the robots.txt of its site allows it.
 */
@Component
public class PageReader {

    private final ArticleFetcher web;
    private final Clock clock;

    PageReader(ArticleFetcher web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    /**
     * Fetches the page of an entry.
     *
     * @param link of the entry
     * @param source location of the source that lists it
     */
    public FetchResult read(URI link, URI source) {
        if (!"file".equals(link.getScheme())) {
            return web.fetch(FetchRequest.of(link));
        }
        if (!"file".equals(source.getScheme())) {
            return new FetchResult.Unavailable("leads to a file, which no entry from the web may", 0, null);
        }
        Path location = Path.of(source);
        Path folder = Files.isDirectory(location) ? location : location.resolveSibling("");
        return new FileFetcher(folder, clock).fetch(FetchRequest.of(link));
    }
}
