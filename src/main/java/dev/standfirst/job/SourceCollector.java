package dev.standfirst.job;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.SourceReader;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;

/** Reads one source; several at a time. */
@Component
class SourceCollector implements ItemProcessor<SourceSpec, Collected> {

    private final Sources sources;
    private final SourceReader reader;

    SourceCollector(Sources sources, SourceReader reader) {
        this.sources = sources;
        this.reader = reader;
    }

    @Override
    public Collected process(SourceSpec spec) {
        StoredSource stored = sources.register(spec);
        return new Collected(spec, stored.id(), reader.read(spec, stored.validators()));
    }
}
