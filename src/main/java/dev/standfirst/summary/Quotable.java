package dev.standfirst.summary;

import dev.standfirst.text.Sentence;
import java.util.List;
import java.util.Locale;

/**
 * A sentence of an article and whether it can be quoted; for those who choose among the sentences of several articles.
 *
 * @param sentence with its offsets in the article's text, without the source mark
 * @param position number among the sentences of the article that are no litter, from 0
 * @param whole whether all that it opens is closed, and its length is bearable; no other is quoted
 * @param dangles whether it points back and so may only follow the one before it
 * @param follows whether the sentence right before it in the text is the one of the position before
 */
public record Quotable(Sentence sentence, int position, boolean whole, boolean dangles, boolean follows) {

    /** Sentences that are looked at; what an article has to say, it has said by then. */
    private static final int MOST = 1_000;

    /** The sentences of a text that are no litter, in order. */
    public static List<Quotable> of(String text, Locale language) {
        return Candidates.of("", text, language).all().stream()
                .limit(MOST)
                .map(candidate -> of(candidate, language))
                .toList();
    }

    private static Quotable of(Candidate candidate, Locale language) {
        String text = candidate.sentence().text();
        return new Quotable(
                candidate.sentence(),
                candidate.position(),
                Faithfulness.isWhole(text, candidate.words()),
                Faithfulness.dangles(text, language),
                candidate.follows());
    }
}
