package dev.standfirst.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.story.News;
import dev.standfirst.story.Ranked;
import dev.standfirst.story.Report;
import dev.standfirst.story.Score;
import dev.standfirst.story.Story;
import dev.standfirst.story.Story.Merge;
import dev.standfirst.story.Story.Merge.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionsTests {

    @Test
    void anArticleIsExplainedByItsStrongestMergeAtWhicheverEndItStands() {
        Story story = new Story(
                List.of(
                        Report.of(1, "Harbour Times", "Lamp burns", "The lamp burns.")
                                .coverage(),
                        Report.of(2, "Quay News", "Light on Senn", "The lamp burns.")
                                .coverage(),
                        Report.of(3, "Ledger", "Keeper lights lamp", "The lamp burns.")
                                .coverage(),
                        Report.of(4, "Radio", "Lampe brennt", "Die Lampe brennt.")
                                .coverage()),
                "",
                0,
                List.of(
                        new Merge(4, 1, Kind.NAMES, 0.99, List.of("Senn")),
                        new Merge(3, 1, Kind.WORDS, 0.5, List.of("lamp")),
                        new Merge(3, 2, Kind.WORDS, 0.7, List.of("keeper"))));
        Ranked ranked = new Ranked(story, new Score(List.of()), "", new News(story, story, Optional.empty()));

        assertThat(Decisions.merged(1, ranked)).isEqualTo("\"Keeper lights lamp\" of Ledger has the same words: lamp");
        assertThat(Decisions.merged(2, ranked))
                .isEqualTo("\"Keeper lights lamp\" of Ledger has the same words: keeper");
        assertThat(Decisions.merged(3, ranked)).isEqualTo("\"Light on Senn\" of Quay News has the same words: keeper");
        assertThat(Decisions.merged(4, ranked))
                .isEqualTo(
                        "\"Lamp burns\" of Harbour Times, in another language, has the same names and figures: Senn");
    }
}
