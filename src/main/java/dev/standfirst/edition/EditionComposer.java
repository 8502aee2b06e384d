package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.story.Story.Coverage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Articles and summaries → stories → edition → its rendered parts. Reads the store and changes nothing. */
@Component
public class EditionComposer {

    private final Candidates candidates;
    private final EditionRenderer renderer;

    EditionComposer(Candidates candidates, EditionRenderer renderer) {
        this.candidates = candidates;
        this.renderer = renderer;
    }

    /**
     * Composes the edition of a date from what the digest has not used yet.
     *
     * @param now the time that a digest's window and the freshness of stories count back from
     * @param failedSources sources that could not be read, each with the reason
     */
    public Composed compose(Digest digest, LocalDate date, Instant now, List<String> failedSources) {
        List<Coverage> waiting = candidates.waiting(digest, now);
        Picks picks = waiting.isEmpty()
                ? new Picks(digest.window().map(now::minus), List.of(), List.of(), List.of())
                : new Picker(digest, now, candidates.told(digest, date)).pick(waiting, candidates.sources(digest));
        return picks.told().isEmpty()
                ? nothing(picks)
                : new Composed.Ready(renderer.render(digest, date, picks, Heading.MADE, failedSources));
    }

    /**
     * Composes an edition again from what it was made of, as somebody wants it, by the digest as it is now.
     *
     * @return empty where it has not all of the stories that are wanted
     */
    public Optional<RenderedEdition> revise(
            Digest digest, StoredEdition edition, Revision revision, List<String> failedSources) {
        List<Coverage> considered = candidates.considered(edition.id(), digest);
        return new Picker(digest, edition.composedAt(), candidates.told(digest, edition.date()))
                .pick(considered, candidates.sources(digest))
                .telling(revision.stories(), revision.who())
                .map(picks -> renderer.render(digest, edition.date(), picks, revision.heading(), failedSources));
    }

    private static Composed nothing(Picks picks) {
        return new Composed.Nothing(
                Stream.concat(
                                picks.stories().stream().map(Picks.Judged::verdict),
                                picks.leftOut().stream().map(Picks.LeftOut::verdict))
                        .collect(Collectors.groupingBy(verdict -> verdict, Collectors.counting())),
                Decisions.withoutEdition(picks));
    }
}
