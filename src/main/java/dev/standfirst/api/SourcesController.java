package dev.standfirst.api;

import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/sources}: how the sources are. */
@RestController
class SourcesController {

    private static final String SOURCES = Api.V1 + "/sources";

    private final Sources sources;
    private final Clock clock;

    SourcesController(Sources sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** A source. */
    record SourceView(
            @About(value = "Its number.", example = "3") long id,

            @About(value = "As the digest that read it last calls it.", example = "Harbour Times")
            String name,

            @About(value = "Where it is.", example = "https://harbourtimes.example/feed.xml")
            String location,

            @About(value = "When it was asked last.", example = "2026-11-18T06:00:00Z") @Nullable
            Instant lastTry,

            @About(value = "When that worked last.", example = "2026-11-18T06:00:00Z") @Nullable
            Instant lastSuccess,

            @About("Since when it does not work; null while it does.") @Nullable
            Instant failingSince,

            @About(value = "Why not, fit behind its name; empty while it works.", example = "answers 503")
            String problem,

            @About(value = "Whether it may be asked now.", example = "true")
            boolean due,

            @About(value = "How many entries it has listed so far.", example = "120")
            long entries,

            @About(value = "How many of them wait for somebody to release them.", example = "0")
            long held) {}

    @GetMapping(SOURCES)
    @Operation(needs = Scope.SOURCES_READ, summary = "List the sources, in the order in which they were first read")
    ResponseEntity<Page<SourceView>> all(
            Paging paging,
            @About("true: those alone that cannot be read; false: the others alone.")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean failing) {
        long after = paging.number(0);
        List<StoredSource> next = sources.all().stream()
                .filter(source -> source.id() > after)
                .filter(source -> failing == null || source.failingSince().isPresent() == failing)
                .sorted(Comparator.comparingLong(StoredSource::id))
                .limit(paging.rows())
                .toList();
        return paging.answer(next, source -> Long.toString(source.id()), this::view);
    }

    @GetMapping(SOURCES + Api.ID)
    @Operation(needs = Scope.SOURCES_READ, summary = "Get a source")
    SourceView one(@PathVariable long id) {
        return view(find(id));
    }

    @PostMapping(SOURCES + Api.ID + "/retry")
    @Operation(
            needs = Scope.SOURCES_WRITE,
            summary = "Have a source asked by the next run",
            detail = "Whatever it said or asked for.")
    SourceView retry(@PathVariable long id) {
        sources.retry(find(id).id());
        return one(id);
    }

    private StoredSource find(long id) {
        return sources.all().stream()
                .filter(source -> source.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("source of that number"));
    }

    private SourceView view(StoredSource source) {
        return new SourceView(
                source.id(),
                source.name(),
                source.location().toString(),
                source.lastTry().orElse(null),
                source.lastSuccess().orElse(null),
                source.failingSince().orElse(null),
                source.problem(),
                source.mayBeAsked(clock.instant()),
                source.counts().entries(),
                source.counts().held());
    }
}
