package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.story.Story;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.StoryGrouper;
import dev.standfirst.story.StoryRanker;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Articles and summaries → stories → edition → its rendered parts. Reads the store and changes nothing. */
@Component
public class EditionComposer {

    private final Editions editions;
    private final EditionRenderer renderer;
    private final Links links;

    EditionComposer(Editions editions, EditionRenderer renderer, EditionSettings settings) {
        this.editions = editions;
        this.renderer = renderer;
        this.links = new Links(settings.publicUrl());
    }

    /**
     * Composes the edition of a date from what the digest has not used yet.
     *
     * @param now the time that a digest's window and the freshness of stories count back from
     * @param failedSources sources that could not be read, each with the reason
     * @return empty where there is nothing new
     */
    public Optional<RenderedEdition> compose(Digest digest, LocalDate date, Instant now, List<String> failedSources) {
        List<Coverage> candidates = candidates(digest, now);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        List<Story> ranked = StoryRanker.rank(StoryGrouper.group(candidates), now);
        Edition edition = Editor.compose(digest, date, ranked, candidates.size(), links);
        return Optional.of(renderer.render(edition, digest, failedSources, links));
    }

    /** The articles that the edition would be made of. */
    private List<Coverage> candidates(Digest digest, Instant now) {
        Map<URI, String> topics = new HashMap<>();
        digest.sources().forEach(source -> topics.put(source.location(), source.topic()));
        return editions.candidates(digest.name(), topics, digest.window().map(now::minus));
    }
}
