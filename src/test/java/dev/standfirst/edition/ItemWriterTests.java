package dev.standfirst.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.edition.Edition.Quote;
import dev.standfirst.story.News;
import dev.standfirst.story.Ranked;
import dev.standfirst.story.Score;
import dev.standfirst.story.Story;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summary;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Sentence;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ItemWriterTests {

    private static final String LIGHT = "The harbour master confirmed it at noon.";
    private static final String HEAVY = "Salt has eaten through two of the four gates of the northern lock.";
    private static final String LEANING = "They will be lifted out in March.";

    @Test
    void whatCarriesMostIsToldWhereNotAllFits() {
        assertThat(told(14, key(LIGHT, 0.5), key(HEAVY, 1))).containsExactly(HEAVY);
        assertThat(told(30, key(LIGHT, 0.5), key(HEAVY, 1))).containsExactly(LIGHT, HEAVY);
        assertThat(told(10, key(LIGHT, 0.5), key(HEAVY, 1))).containsExactly(LIGHT);
    }

    @Test
    void aSentenceThatPointsBackIsToldOnlyBehindTheOneThatItPointsTo() {
        assertThat(told(30, key(LIGHT, 0.3), key(HEAVY, 1), key(LEANING, 0.5))).containsExactly(HEAVY, LEANING);
        assertThat(told(10, key(HEAVY, 1), key(LEANING, 0.5))).isEmpty();
    }

    private record Key(String sentence, double score) {}

    private static Key key(String sentence, double score) {
        return new Key(sentence, score);
    }

    /** The quotes of at most two sentences and so many words of an article that consists of these. */
    private static List<String> told(int words, Key... keys) {
        StringBuilder text = new StringBuilder();
        List<KeySentence> summary = new ArrayList<>();
        for (Key key : keys) {
            int from = text.length();
            text.append(key.sentence()).append(' ');
            summary.add(new KeySentence(
                    new Sentence(key.sentence(), from, from + key.sentence().length(), 0), key.score()));
        }
        Coverage read = Coverages.of(1, "Harbour Times", "", "Gates of the northern lock", text.toString());
        Coverage coverage =
                new Coverage(1, read.article(), new Summary(summary), "Harbour Times", "", read.firstSeen());
        Story story = new Story(List.of(coverage), "", 0);
        Ranked ranked = new Ranked(story, new Score(List.of()), "", new News(story, story, Optional.empty()));
        return new ItemWriter(new Links(URI.create("https://brief.example"), new Copies(id -> "signed")))
                .write(ranked, 1, 2, words).quotes().stream().map(Quote::text).toList();
    }
}
