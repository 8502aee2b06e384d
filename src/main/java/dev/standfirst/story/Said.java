package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.text.Sentence;
import dev.standfirst.text.Sentences;
import dev.standfirst.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What articles said, so that a later sentence can be asked whether it says something new. Novelty by sentence, as in
 * the novelty tracks of TREC (Allan, Wade and Bolivar, Retrieval and novelty detection at the sentence level, SIGIR
 * 2003): there the share of words not seen before does as well as anything cleverer.
 */
final class Said {

    /** A sentence whose words stand in one told sentence to such a share says it again. */
    private static final double SAME = 0.6;

    /** With another figure in it, it takes nearly all its words to be the same. */
    private static final double SAME_BUT_FOR_A_FIGURE = 0.9;

    /** The least share of words that the told articles have nowhere. */
    private static final double UNSEEN = 0.2;

    /** Fewer words of content tell nothing. */
    private static final int LEAST_STEMS = 3;

    private static final int SENTENCES = 300;

    private final List<Set<String>> sentences = new ArrayList<>();
    private final Set<String> stems = new HashSet<>();
    private final Set<String> figures = new HashSet<>();
    private final Set<String> languages = new HashSet<>();

    Said(Collection<Coverage> told) {
        told.forEach(this::add);
    }

    private void add(Coverage coverage) {
        Locale language = coverage.article().language();
        String text = coverage.article().text();
        languages.add(language.getLanguage());
        add(coverage.article().title(), language);
        Sentences.split(text, language).stream()
                .limit(SENTENCES)
                .map(Sentence::text)
                .forEach(sentence -> add(sentence, language));
    }

    private void add(String sentence, Locale language) {
        Set<String> of = new HashSet<>(Words.contentStems(sentence, language));
        sentences.add(of);
        stems.addAll(of);
        figures.addAll(Amounts.in(sentence));
    }

    /**
     * Whether a sentence says what none of the articles did. In a language that none of them is written in, that can be
     * seen from its figures alone.
     */
    boolean lacks(String sentence, Locale language) {
        boolean anotherFigure = !figures.containsAll(Amounts.in(sentence));
        Set<String> of = new HashSet<>(Words.contentStems(sentence, language));
        if (of.size() < LEAST_STEMS || !languages.contains(language.getLanguage())) {
            return anotherFigure && of.size() >= LEAST_STEMS;
        }
        double seen = share(of, stems);
        if (!anotherFigure && 1 - seen < UNSEEN) {
            return false;
        }
        double limit = anotherFigure ? SAME_BUT_FOR_A_FIGURE : SAME;
        // What no told article has can stand in none of their sentences.
        return seen < limit || sentences.stream().noneMatch(said -> share(of, said) >= limit);
    }

    /**
     * Whether a headline that stands alone may say what none of the articles did. It is too short to ask it like a
     * sentence: a figure or words that they have nowhere are enough, and so is that it has too few words to tell.
     */
    boolean mayLack(String headline, Locale language) {
        Set<String> of = new HashSet<>(Words.contentStems(headline, language));
        return of.size() < LEAST_STEMS
                || !figures.containsAll(Amounts.in(headline))
                || (languages.contains(language.getLanguage()) && 1 - share(of, stems) >= UNSEEN);
    }

    private static double share(Set<String> of, Set<String> in) {
        return of.stream().filter(in::contains).count() / (double) of.size();
    }
}
