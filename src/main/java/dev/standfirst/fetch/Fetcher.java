package dev.standfirst.fetch;

/** Brings bytes: {@link HttpFetcher} from the web, {@link FileFetcher} from a folder. */
public interface Fetcher {

    /** Fetches one address. Never throws for what the other side does: that is the result. */
    FetchResult fetch(FetchRequest request);
}
