package dev.standfirst.story;

import dev.standfirst.story.Story.Merge.Kind;
import java.util.Optional;

/**
 * Whether two articles are of one event, and what shows it. A wrong merge is worse than a missed one: words alone are
 * not enough where what stands at the top of the articles speaks against them.
 *
 * @param kind what shows it
 * @param value how much they share, from 0 to 1
 */
record Likeness(Kind kind, double value) {

    /** The least share of the shorter text that a copy has. */
    private static final double COPY = 0.5;

    /** The least two articles share that tell the same, and have a word of their headlines in common... */
    private static final double NEAR = 0.22;

    /** ...or else tell what the other's headline says... */
    private static final double NEARER = 0.35;

    private static final double HEADLINE_TOLD = 0.4;

    /** ...or share so much that it does not matter what is above. */
    private static final double ALIKE = 0.45;

    /** What shares so little in two quarters of the text shares one topic of a round-up. */
    private static final double SPREAD = 0.2;

    /** Names or figures at the top that the other lacks, on both sides. */
    private static final double DIFFERENT = 0.6;

    /** Runs of words that two articles share which fill in the same form: results, weather, recalls. */
    private static final double FORM = 0.15;

    /** Figures may differ between outlets that agree in so much else. */
    private static final double ROUGH = 0.3;

    private static final double SAME_NAMES = 0.35;
    private static final int LEAST_NAMES = 4;

    /** The share of its names that each has from the other... */
    private static final double NAMES_COVERED = 0.4;

    /** ...and between languages, where fewer names are found to be the same. */
    private static final double NAMES_COVERED_ABROAD = 0.3;

    private static final int LEAST_WORDS = 6;

    /**
     * How alike two articles are.
     *
     * @param sameOutlet whether one outlet brings both: then other figures are another event, since who tells of one
     *     again repeats them
     * @return empty where nothing shows that they are of one event
     */
    static Optional<Likeness> of(ArticleTerms one, ArticleTerms other, boolean sameOutlet) {
        return one.language().equals(other.language())
                ? inOneLanguage(one, other, sameOutlet)
                : byNames(Kind.NAMES, one, other, NAMES_COVERED_ABROAD);
    }

    private static Optional<Likeness> inOneLanguage(ArticleTerms one, ArticleTerms other, boolean sameOutlet) {
        double words = one.words().product(other.words());
        double text = Shingles.contained(one.shingles(), other.shingles());
        if (isAnotherEvent(one, other, sameOutlet || text >= FORM, words)) {
            return Optional.empty();
        }
        if (text >= COPY) {
            return isCopy(one, other, sameOutlet) ? Optional.of(new Likeness(Kind.TEXT, text)) : Optional.empty();
        }
        return isOneEvent(one, other, words)
                ? Optional.of(new Likeness(Kind.WORDS, words))
                : byNames(Kind.RETOLD, one, other, NAMES_COVERED).filter(any -> isSpread(one.words(), other.words()));
    }

    /** The same text of one outlet that does not tell what its headlines say is what stands before a pay wall. */
    private static boolean isCopy(ArticleTerms one, ArticleTerms other, boolean sameOutlet) {
        return !sameOutlet || one.sharesHeadline(other) || isHeadlineTold(one, other);
    }

    private static boolean isAnotherEvent(ArticleTerms one, ArticleTerms other, boolean mayBeForm, double words) {
        return (one.differentNames(other) >= DIFFERENT && (mayBeForm || words < ALIKE))
                || (one.differentFigures(other) >= DIFFERENT && (mayBeForm || words < ROUGH));
    }

    private static boolean isOneEvent(ArticleTerms one, ArticleTerms other, double words) {
        if (Math.min(one.words().size(), other.words().size()) < LEAST_WORDS) {
            return false;
        }
        boolean headlines = one.sharesHeadline(other) || (words >= NEARER && isHeadlineTold(one, other));
        return words >= ALIKE || (words >= NEAR && headlines && isSpread(one.words(), other.words()));
    }

    private static boolean isHeadlineTold(ArticleTerms one, ArticleTerms other) {
        return Math.min(one.headlineTold(other), other.headlineTold(one)) >= HEADLINE_TOLD;
    }

    private static boolean isSpread(TermWeights one, TermWeights other) {
        return Math.min(one.coveredTwice(other), other.coveredTwice(one)) >= SPREAD;
    }

    /** Outlets that tell one event in words of their own still name the same people, places and figures. */
    private static Optional<Likeness> byNames(Kind kind, ArticleTerms one, ArticleTerms other, double covered) {
        TermWeights mine = one.names();
        TermWeights theirs = other.names();
        double names = mine.product(theirs);
        boolean same = names >= SAME_NAMES
                && mine.shared(theirs, LEAST_NAMES).size() == LEAST_NAMES
                && Math.min(mine.covered(theirs), theirs.covered(mine)) >= covered
                && isSpread(mine, theirs);
        return same ? Optional.of(new Likeness(kind, names)) : Optional.empty();
    }
}
