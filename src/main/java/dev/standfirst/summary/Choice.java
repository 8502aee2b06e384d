package dev.standfirst.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Chooses sentences, best first, until the summary is long enough. */
final class Choice {

    private final Locale language;
    private final SummaryLength length;
    private final Redundancy redundancy = new Redundancy();
    private final Set<Candidate> chosen = new HashSet<>();
    private int words;

    Choice(Locale language, SummaryLength length) {
        this.language = language;
        this.length = length;
    }

    Set<Candidate> of(List<Candidate> bestFirst) {
        boolean more = true;
        // A sentence that points back becomes free once the one before it is chosen, so look again after each choice.
        while (more && !isLongEnough()) {
            more = bestFirst.stream()
                    .filter(this::isFit)
                    .findFirst()
                    .map(this::choose)
                    .isPresent();
        }
        return chosen;
    }

    private boolean isLongEnough() {
        boolean enoughWords = words >= length.words();
        return chosen.size() > length.sentences()
                || (chosen.size() == length.sentences() && words >= length.words() / 2)
                || (enoughWords && chosen.size() >= Math.min(2, length.sentences()));
    }

    private boolean isFit(Candidate candidate) {
        return !chosen.contains(candidate)
                && Faithfulness.isWhole(candidate.sentence().text())
                && (!Faithfulness.dangles(candidate.sentence().text(), language) || isPredecessorChosen(candidate))
                && !redundancy.repeats(candidate);
    }

    private boolean isPredecessorChosen(Candidate candidate) {
        return candidate.follows() && chosen.stream().anyMatch(before -> before.position() == candidate.position() - 1);
    }

    private Candidate choose(Candidate candidate) {
        chosen.add(candidate);
        redundancy.choose(candidate);
        words += candidate.words().size();
        return candidate;
    }
}
