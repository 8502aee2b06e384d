package dev.standfirst.fetch;

import org.springframework.stereotype.Component;

/**
 * Fetches pages that feeds link to: as {@link HttpFetcher} does, but only where the site's robots.txt allows it, at
 * every hop, and as slowly as it asks (at most 30 s between two requests). Feeds themselves are exempt: the operator
 * has named them, and they are made to be fetched.
 */
@Component
public class ArticleFetcher implements Fetcher {

    private final HttpFetcher web;
    private final Robots robots;

    ArticleFetcher(HttpFetcher web, Robots robots) {
        this.web = web;
        this.robots = robots;
    }

    @Override
    public FetchResult fetch(FetchRequest request) {
        return web.fetch(request, robots::gap);
    }
}
