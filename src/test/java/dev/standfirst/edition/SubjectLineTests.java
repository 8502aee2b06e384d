package dev.standfirst.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SubjectLineTests {

    @Test
    void theSubjectIsTheTopHeadlineAndHowManyMore() {
        assertThat(SubjectLine.subject(List.of("Trains run again", "B", "C"), Locale.ENGLISH))
                .isEqualTo("Trains run again, and 2 more");
        assertThat(SubjectLine.subject(List.of("Züge fahren wieder", "B"), Locale.GERMAN))
                .isEqualTo("Züge fahren wieder, und 1 weitere");
    }

    @Test
    void aLongHeadlineIsCutAtAWord() {
        assertThat(SubjectLine.subject(
                        List.of("Averil council approves 640-million tidal barrage after debate", "B"), Locale.ENGLISH))
                .isEqualTo("Averil council approves 640-million tidal…, and 1 more")
                .hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void theSubjectNeverGrowsBeyondSixtyCharacters() {
        List<String> headlines =
                java.util.Collections.nCopies(40, "Ein Schwarm aus kleinen Satelliten meldet Waldbrände sofort");

        assertThat(SubjectLine.subject(headlines, Locale.GERMAN))
                .hasSizeLessThanOrEqualTo(60)
                .endsWith("…, und 39 weitere");
    }

    @Test
    void oneStoryIsItsHeadline() {
        assertThat(SubjectLine.subject(List.of("Trains run again"), Locale.ENGLISH))
                .isEqualTo("Trains run again");
    }

    @Test
    void thePreheaderGoesOnWhereTheSubjectEnds() {
        assertThat(SubjectLine.preheader(List.of(
                        "Trains run again",
                        "A licence is dropped",
                        "A reef the size of a county",
                        "Something else that no longer fits in here")))
                .isEqualTo("A licence is dropped; A reef the size of a county");
        assertThat(SubjectLine.preheader(List.of("Trains run again"))).isEmpty();
    }
}
