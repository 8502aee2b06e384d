package dev.standfirst.desk;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.edition.Composed;
import dev.standfirst.edition.EditionComposer;
import dev.standfirst.edition.RenderedEdition;
import dev.standfirst.source.Sources;
import dev.standfirst.template.TemplateRenderer.TemplateProblem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/**
 * Editions of digests that nobody has saved: composed of what was read before, kept in memory for a frame, never sent.
 */
@Component
class SheetPreviews {

    private static final int KEPT = 20;

    private final EditionComposer composer;
    private final Sources sources;
    private final Clock clock;
    private final Semaphore turns = new Semaphore(2);
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    SheetPreviews(EditionComposer composer, Sources sources, Clock clock) {
        this.composer = composer;
        this.sources = sources;
        this.clock = clock;
    }

    private record Kept(String who, String html) {}

    /** What came of composing one. */
    sealed interface Preview {

        /**
         * There is something to tell.
         *
         * @param id under which its HTML is kept
         */
        record Ready(String id, RenderedEdition edition) implements Preview {}

        /** There is nothing; {@code why} in words. */
        record Nothing(String why) implements Preview {}

        /** Its template does not work; {@code why} in words. */
        record Failed(String why) implements Preview {}

        /** Others are being composed. */
        record Busy() implements Preview {}
    }

    /** Composes what would go out now. Reads the store and changes nothing. */
    Preview compose(String who, Digest digest) {
        if (!turns.tryAcquire()) {
            return new Preview.Busy();
        }
        try {
            LocalDate date =
                    LocalDate.ofInstant(clock.instant(), digest.schedule().zone());
            Composed composed = composer.compose(digest, date, clock.instant(), List.of());
            return composed instanceof Composed.Ready ready
                    ? new Preview.Ready(keep(who, ready.edition().html()), ready.edition())
                    : new Preview.Nothing(((Composed.Nothing) composed).words());
        } catch (TemplateProblem e) {
            return new Preview.Failed(String.valueOf(e.getMessage()));
        } finally {
            turns.release();
        }
    }

    /** Sources that no run has read yet. */
    List<String> unread(Digest digest) {
        return digest.sources().stream()
                .filter(source -> sources.find(source.location())
                        .filter(stored -> stored.lastSuccess().isPresent())
                        .isEmpty())
                .map(SourceSpec::name)
                .toList();
    }

    private synchronized String keep(String who, String html) {
        String id = UUID.randomUUID().toString();
        kept.put(id, new Kept(who, html));
        while (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return id;
    }

    /** The HTML of one that this account had composed. */
    synchronized Optional<String> html(String who, String id) {
        return Optional.ofNullable(kept.get(id))
                .filter(one -> one.who().equals(who))
                .map(Kept::html);
    }
}
