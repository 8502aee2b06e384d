package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.EditionChecks.Check;
import dev.standfirst.subscriber.Preferences;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What each person gets of one edition, while it is being frozen. A variant is a set of stories and a language; it is
 * rendered and kept when the first person wants it. The same choices always come to the same variant. For one thread.
 */
public final class VariantPress {

    private final long edition;
    private final RenderedEdition rendered;
    private final Digest digest;
    private final Function<Locale, List<String>> failedSources;
    private final Variants variants;
    private final EditionRenderer renderer;
    private final Wishes wishes;
    private final Map<Cut, Long> printed = new HashMap<>();
    private final Map<EditionChecks.Name, Check> failedChecks = new EnumMap<>(EditionChecks.Name.class);

    VariantPress(
            long edition,
            RenderedEdition rendered,
            Digest digest,
            Function<Locale, List<String>> failedSources,
            Variants variants,
            EditionRenderer renderer) {
        this.edition = edition;
        this.rendered = rendered;
        this.digest = digest;
        this.failedSources = failedSources;
        this.variants = variants;
        this.renderer = renderer;
        this.wishes = new Wishes(rendered.edition());
    }

    /** What somebody gets. */
    public Share of(Preferences preferences) {
        if (preferences.sameForAll()) {
            return new Share.Whole();
        }
        Locale language = language(preferences);
        BitSet kept = wishes.of(preferences, language);
        if (kept.isEmpty()) {
            return new Share.Nothing();
        }
        boolean whole = language.equals(digest.language()) && kept.equals(wishes.all());
        return whole
                ? new Share.Whole()
                : new Share.Part(printed.computeIfAbsent(new Cut(kept, language), this::print));
    }

    /** When the digest comes to somebody, in words; empty where as to those who chose nothing about it. */
    public String comes(Preferences preferences) {
        boolean asToAll = preferences.cadence() == Preferences.Cadence.EACH
                && preferences.hour().isEmpty();
        return asToAll ? "" : Rhythm.of(preferences, digest, language(preferences));
    }

    /** How many variants there are. */
    public int size() {
        return printed.size();
    }

    /** The checks that a variant failed, each once, as the first such variant failed it; empty where all is right. */
    public List<Check> failedChecks() {
        return List.copyOf(failedChecks.values());
    }

    /** The language of the mail's own words: the person's, where there are words in it. */
    private Locale language(Preferences preferences) {
        return preferences
                .language()
                .filter(EditionWords::has)
                .filter(language ->
                        !language.getLanguage().equals(digest.language().getLanguage()))
                .map(language -> Locale.forLanguageTag(language.getLanguage()))
                .orElse(digest.language());
    }

    private long print(Cut cut) {
        RenderedExcerpt excerpt = renderer.excerpt(
                rendered, cut.stories(), digest.inLanguage(cut.language()), failedSources.apply(cut.language()));
        EditionChecks.failed(excerpt.html(), excerpt.text())
                .forEach(check -> failedChecks.putIfAbsent(check.name(), check));
        return variants.store(edition, cut.stories(), cut.language(), excerpt);
    }

    private record Cut(BitSet stories, Locale language) {}
}
