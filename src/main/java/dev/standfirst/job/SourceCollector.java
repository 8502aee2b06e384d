package dev.standfirst.job;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.Listing;
import dev.standfirst.source.SourceReader;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads one source, if it may be asked now and nobody else is at it; several at a time. */
@Component
class SourceCollector {

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
        Listing listing = source.mayBeAsked(clock.instant()) ? waits.call(() -> reader.read(spec, source)) : null;
        if (listing == null) {
            claims.release(Claims.Of.SOURCE, List.of(source.id()));
        }
        return new Collected(spec, source, listing == null ? new Listing.Resting() : listing);
    }
}
