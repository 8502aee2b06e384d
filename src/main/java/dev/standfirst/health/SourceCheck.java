package dev.standfirst.health;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import dev.standfirst.text.Fact;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import dev.standfirst.watch.WatchSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether a source that a digest names could not be read for days. */
@Component
class SourceCheck implements Check {

    private final NamedDigests digests;
    private final Sources sources;
    private final Duration limit;
    private final Clock clock;

    SourceCheck(NamedDigests digests, Sources sources, WatchSettings settings, Clock clock) {
        this.digests = digests;
        this.sources = sources;
        this.limit = settings.deadSource();
        this.clock = clock;
    }

    @Override
    public TroubleKind kind() {
        return TroubleKind.SOURCE_DEAD;
    }

    @Override
    public List<Trouble> look() {
        Instant oldest = clock.instant().minus(limit);
        return digests.all().stream()
                .flatMap(digest -> digest.sources().stream())
                .map(SourceSpec::location)
                .distinct()
                .flatMap(location -> sources.find(location).stream())
                .filter(source -> source.failingSince()
                        .filter(since -> !since.isAfter(oldest))
                        .isPresent())
                .map(this::dead)
                .toList();
    }

    private Trouble dead(StoredSource source) {
        long days = source.failingSince()
                .map(since -> Duration.between(since, clock.instant()).toDays())
                .orElse(0L);
        return new Trouble(
                kind(),
                source.location().toString(),
                Fact.of("fact.trouble.source", source.name(), days, source.problem()),
                Fact.of("fact.trouble.source.safe"),
                Fact.of("fact.trouble.source.remedy"));
    }
}
