package dev.standfirst.api;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.digest.DigestResult.Problem;
import dev.standfirst.digest.Schedule.Due;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/digests}: what the digest files declare. */
@RestController
class DigestsController {

    private static final String DIGESTS = Api.V1 + "/digests";

    private final DigestDesk digests;
    private final Clock clock;

    DigestsController(DigestDesk digests, Clock clock) {
        this.digests = digests;
        this.clock = clock;
    }

    /** A digest. */
    record DigestView(
            @About(value = "The name of its file.", example = "morning-brief")
            String name,

            @About("What receivers see; null where the file has mistakes.") @Nullable
            String title,

            @About(value = "Of the mail's own words.", example = "en") @Nullable
            String language,

            @About("When editions are due, in words.") @Nullable
            String schedule,

            @About("When the next edition is due; null where none is.") @Nullable
            Instant nextDue,

            @About(value = "Names of the lists it goes to.", example = "[\"readers\"]")
            List<String> lists,

            @About(value = "How many sources it reads.", example = "12")
            int sources,

            @About(
                    value = "The mistakes in its file, in the order of the file; while there are any it is not run.",
                    example = "[]")
            List<String> problems) {}

    @GetMapping(DIGESTS)
    @Operation(needs = Scope.DIGESTS_READ, summary = "List the digests, by name")
    ResponseEntity<Page<DigestView>> all(Paging paging) {
        return paging.cut(digests.names(), name -> name, this::view);
    }

    @GetMapping(DIGESTS + "/{name}")
    @Operation(needs = Scope.DIGESTS_READ, summary = "Get a digest")
    DigestView one(@PathVariable String name) {
        if (!digests.names().contains(name)) {
            throw Refusal.notFound("digest called " + Refusal.quote(name));
        }
        return view(name);
    }

    private DigestView view(String name) {
        DigestResult result = digests.load(name);
        if (result instanceof DigestResult.Loaded loaded) {
            return view(loaded.digest());
        }
        List<String> problems = result instanceof DigestResult.Broken broken
                ? broken.problems().stream().map(Problem::toString).toList()
                : List.of("The file was removed.");
        return new DigestView(name, null, null, null, null, List.of(), 0, problems);
    }

    private DigestView view(Digest digest) {
        return new DigestView(
                digest.name(),
                digest.title(),
                digest.language().toLanguageTag(),
                digest.schedule().inWords(),
                digest.schedule().nextAfter(clock.instant()).map(Due::at).orElse(null),
                digest.audience().lists(),
                digest.sources().size(),
                List.of());
    }
}
