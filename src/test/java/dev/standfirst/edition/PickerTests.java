package dev.standfirst.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Picks.Judged;
import dev.standfirst.story.Digests;
import dev.standfirst.story.Report;
import dev.standfirst.story.Story.Coverage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickerTests {

    private static final List<String> THINGS = List.of(
            "A lighthouse lamp burns again after twelve dark winters",
            "Beekeepers win the county medal for gardening",
            "The northern glacier retreats by forty metres",
            "Carpenters find a violin beneath some floorboards",
            "Flour and ovens return to the flooded bakery",
            "A student spots an unknown comet by telescope",
            "The visiting goalkeeper scores with his head",
            "Two bronze statues leave the museum for home");

    @Test
    void aSourceMayHaveAThirdAndATopicHalfWhileOthersWantThePlaces() {
        List<Coverage> articles = Stream.concat(
                        Stream.of(0, 1, 2, 3).map(i -> report(i, "A", "Sea")),
                        Stream.of(report(4, "B", "Sea"), report(5, "B", "Sea"), report(6, "C", ""), report(7, "D", "")))
                .toList();
        Picks picks = pick(new Digests().stories(6, 3).digest(), articles);

        assertThat(told(picks)).containsExactlyInAnyOrder(0L, 1L, 4L, 6L, 7L, 2L);
        assertThat(reason(picks, 3)).isEqualTo("3 stories of A are told, and the other places went to other sources");
        assertThat(reason(picks, 5))
                .isEqualTo("4 stories of Sea are told, and the other places went to stories outside that topic");
    }

    @Test
    void aLimitThatIsStatedHolds() {
        List<Coverage> articles =
                Stream.of(0, 1, 2, 3).map(i -> report(i, "A", "Sea")).toList();
        assertThat(told(pick(new Digests().stories(6, 3).perSource(3).digest(), articles)))
                .hasSize(3);
        assertThat(told(pick(new Digests().stories(6, 3).perTopic(1).digest(), articles)))
                .hasSize(1);
        assertThat(told(pick(new Digests().stories(6, 3).topic("Sea", 2).digest(), articles)))
                .hasSize(2);
        assertThat(told(pick(new Digests().stories(6, 3).digest(), articles))).hasSize(4);
    }

    @Test
    void aLimitThatIsStatedIsTheReasonForWhatItKeepsBack() {
        List<Coverage> articles =
                Stream.of(0, 1, 2, 3).map(i -> report(i, "A", "Sea")).toList();

        assertThat(reason(pick(new Digests().stories(6, 3).perSource(1).digest(), articles), 3))
                .isEqualTo("1 story of A is told, and the digest takes 1 of one source");
        assertThat(reason(pick(new Digests().stories(6, 3).perSource(3).digest(), articles), 3))
                .isEqualTo("3 stories of A are told, and the digest takes 3 of one source");
        // A third of the places is two, so that its source keeps the last two back at first.
        assertThat(reason(pick(new Digests().stories(6, 3).topic("Sea", 2).digest(), articles), 3))
                .isEqualTo("2 stories of Sea are told, and the digest takes 2 of one topic");
    }

    @Test
    void aStoryThatSeveralOutletsReportCountsForNoneOfThem() {
        String text = "The lighthouse keeper lit the lamp again after twelve dark winters on the island of Senn.";
        List<Coverage> articles = List.of(
                Report.of(1, "A", "Lamp burns again on Senn", text).coverage(),
                Report.of(2, "B", "Lamp burns again on Senn", text).coverage(),
                report(3, "A", ""));
        Picks picks = pick(new Digests().stories(6, 3).perSource(1).digest(), articles);

        assertThat(told(picks)).containsExactly(1L, 3L);
    }

    @Test
    void whatIsBelowTheLineIsToldSo() {
        List<Coverage> articles = Stream.of(0, 1).map(i -> report(i, "A", "")).toList();
        Picks picks = pick(new Digests().stories(1, 1).digest(), articles);

        assertThat(picks.stories()).extracting(Judged::verdict).containsExactly(Verdict.TOLD, Verdict.BELOW);
        assertThat(picks.stories().get(1).reason()).isEqualTo("the story before it fills the edition");
    }

    @ParameterizedTest
    @CsvSource({
        // top, told, words, too large at first: how many the mail tells
        "3, 8, 600, 8",
        "3, 12, 600, 12",
        "3, 13, 400, 12",
        "3, 40, 600, 10",
        "5, 14, 600, 14",
        "5, 40, 460, 12",
    })
    void ofMoreThanADozenTheMailTellsTheTopAndSevenToNine(int top, int told, int words, int inMail) {
        MailShare share = new MailShare(new Digest.Length(40, top, 3, 1, 5), told);
        while (share.lessen(words, false)) {
            // Each of them is as long.
        }
        assertThat(share.stories()).isEqualTo(inMail);
    }

    @Test
    void aMailThatIsTooLargeForMailClientsTellsFewerWhateverTheirNumber() {
        MailShare share = new MailShare(new Digest.Length(12, 3, 3, 1, 5), 8);
        assertThat(share.lessen(100, true)).isTrue();
        assertThat(share.stories()).isEqualTo(7);
        MailShare one = new MailShare(new Digest.Length(12, 3, 3, 1, 5), 1);
        assertThat(one.lessen(100, true)).isFalse();
    }

    private static Coverage report(int number, String outlet, String topic) {
        String thing = THINGS.get(number);
        return Report.of(number, outlet, thing, thing + ".")
                .topic(topic)
                .at("2026-11-18T11:%02d:00Z".formatted(50 - number * 6))
                .coverage();
    }

    private static Picks pick(Digest digest, List<Coverage> articles) {
        return new Picker(digest, Report.NOON, List.of()).pick(articles, List.of());
    }

    private static List<Long> told(Picks picks) {
        return picks.told().stream()
                .map(ranked -> ranked.story().lead().articleId())
                .toList();
    }

    private static String reason(Picks picks, long article) {
        return picks.stories().stream()
                .filter(judged -> judged.ranked().story().lead().articleId() == article)
                .findFirst()
                .orElseThrow()
                .reason();
    }
}
