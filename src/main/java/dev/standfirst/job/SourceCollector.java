package dev.standfirst.job;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.Listing;
import dev.standfirst.source.SourceReader;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads one source, if it may be asked now and nobody else is at it; several at a time. */
@Component
class SourceCollector {

    private static final Logger log = LoggerFactory.getLogger(SourceCollector.class);
    private static final int ANSWERED = 200;

    private final Sources sources;
    private final SourceReader reader;
    private final Claims claims;
    private final Clock clock;

    SourceCollector(Sources sources, SourceReader reader, Claims claims, Clock clock) {
        this.sources = sources;
        this.reader = reader;
        this.claims = claims;
        this.clock = clock;
    }

    /** Reads it. What another run reads at this moment is waited for, and then counts as it is stored. */
    Collected collect(SourceSpec spec, NetworkWaits waits) {
        StoredSource source = sources.register(spec);
        while (source.mayBeAsked(clock.instant())) {
            if (claims.take(Claims.Of.SOURCE, source.id())) {
                return read(spec, waits);
            }
            if (!waits.pause()) {
                break;
            }
            source = sources.register(spec);
        }
        return new Collected(spec, source, new Listing.Resting());
    }

    private Collected read(SourceSpec spec, NetworkWaits waits) {
        // Another run may have read it just before it was ours.
        StoredSource source = sources.register(spec);
        Listing listing = source.mayBeAsked(clock.instant()) ? waits.call(() -> guarded(spec, source)) : null;
        if (listing == null) {
            claims.release(Claims.Of.SOURCE, List.of(source.id()));
        }
        return new Collected(spec, source, listing == null ? new Listing.Resting() : listing);
    }

    /** A listing that breaks the reader must not take the other sources with it. */
    private Listing guarded(SourceSpec spec, StoredSource source) {
        try {
            return reader.read(spec, source);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            log.warn("source {} broke the reader", source.id(), e);
            return new Listing.Failed("could not be read: " + e.getClass().getSimpleName(), ANSWERED, null);
        }
    }
}
