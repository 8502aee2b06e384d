package dev.standfirst.job;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.SourceWords;
import dev.standfirst.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The sources of a digest that could not be read, each with the reason, as readers are told. */
@Component
class FailedSources {

    private final Sources sources;

    FailedSources(Sources sources) {
        this.sources = sources;
    }

    List<String> of(Digest digest, Locale language) {
        List<String> failed = new ArrayList<>();
        for (SourceSpec spec : digest.sources()) {
            sources.find(spec.location())
                    .filter(source -> source.failingSince().isPresent())
                    .ifPresent(source -> failed.add(spec.name() + " " + SourceWords.toReaders(source, language)));
        }
        return failed;
    }
}
