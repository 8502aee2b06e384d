package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.digest.Digest;
import dev.standfirst.story.Topics.Filed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTests {

    private static final Digest DIGEST = new Digests()
            .topic("Coast", 1, List.of("shipping", "sea*"), "ferr*", "tidal barrage")
            .topic("Science", 1, List.of(), "reef", "*ologist")
            .topic("City", 5)
            .digest();

    private static final String TEXT = "Nothing in here is worth a word, and still it has to be read.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ferries sail again      | Coast   | "ferr*" is in its headline
            A tidal-barrage, at last| Coast   | "tidal barrage" is in its headline
            The tidal power barrage | ''      | ''
            What geologist found    | Science | "*ologist" is in its headline
            The reefs are dying     | ''      | ''
            """)
    void aWordOfTheHeadlineFilesAnArticle(String title, String topic, String why) {
        assertThat(of(Report.of(1, "A", title, TEXT))).isEqualTo(new Filed(topic, why));
    }

    @Test
    void aHeadlineSaysMoreThanAText() {
        assertThat(of(Report.of(1, "A", "A reef", "The ferry Northern Star has sailed to it.")))
                .isEqualTo(new Filed("Science", "\"reef\" is in its headline"));
        assertThat(of(Report.of(1, "A", "A trip", "The ferry Northern Star has sailed to it.")))
                .isEqualTo(new Filed("Coast", "\"ferr*\" is in its text"));
    }

    @Test
    void aSourceThatNamesATopicIsRightWhateverCaseItWritesItIn() {
        assertThat(of(Report.of(1, "A", "Ferries sail again", TEXT).topic("city")))
                .isEqualTo(new Filed("City", "its source A belongs to it"));
    }

    @Test
    void aStoryBelongsWhereMostOfItsArticlesDo() {
        assertThat(of(
                        Report.of(1, "A", "A reef", TEXT),
                        Report.of(2, "B", "Ferries", TEXT),
                        Report.of(3, "C", "Ferry", TEXT)))
                .isEqualTo(new Filed("Coast", "\"ferr*\" is in its headline (so for 2 of its 3 articles)"));
        assertThat(of(Report.of(1, "A", "A reef", TEXT), Report.of(2, "B", "Ferries", TEXT))
                        .topic())
                .isEqualTo("Science");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            地震       | 東京都で地震、けが人なし       | true
            地震       | 東京都で火事、けが人なし       | false
            Straße*    | STRASSENBAHN fährt wieder      | false
            straße*    | Straßenbahn fährt wieder       | true
            café       | Le cafe\u0301 ferme ses portes | true
            O'Brien    | Mayor O’Brien resigns          | true
            """)
    void wordsAreFoundInEveryScript(String written, String text, boolean found) {
        assertThat(Phrases.of(List.of(written)).in(Phrases.plain(text))).hasSize(found ? 1 : 0);
    }

    private static Filed of(Report... reports) {
        return new Topics(DIGEST)
                .of(new Story(Stream.of(reports).map(Report::coverage).toList(), "", 0));
    }
}
