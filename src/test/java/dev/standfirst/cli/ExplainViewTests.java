package dev.standfirst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.Golden;
import dev.standfirst.edition.Composed;
import dev.standfirst.edition.Decision;
import dev.standfirst.edition.Decision.InStory;
import dev.standfirst.edition.Edition;
import dev.standfirst.edition.Explanation;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.Verdict;
import dev.standfirst.source.ListedEntry;
import dev.standfirst.story.Score;
import dev.standfirst.story.Score.Kind;
import dev.standfirst.story.Score.Part;
import dev.standfirst.text.Fact;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplainViewTests {

    private static final StoredEdition EDITION = new StoredEdition(
            12,
            "morning-brief",
            LocalDate.parse("2026-11-18"),
            Instant.parse("2026-11-18T06:00:00Z"),
            "Morning Brief",
            "S",
            "P",
            1,
            4,
            "",
            "",
            "",
            Optional.empty());

    private static final Score SCORE = new Score(
            List.of(
                    new Part(Kind.OUTLETS, 1.4, "2 outlets report it"),
                    new Part(Kind.FRESHNESS, 0.71, "its latest article came out 6 h before the edition was composed"),
                    new Part(
                            Kind.NOVELTY,
                            -0.75,
                            "it goes on from the edition of Tue 17 Nov 2026, and 50 % of its key sentences say something new")));

    private static final Decision LEAD = decision(
            34,
            "Council of Port Averil approves the tidal barrage after a debate of eleven hours",
            "Harbour Times",
            true,
            "",
            Optional.of(new InStory(
                    1, 4, Optional.of(Edition.Kind.TOPIC), "Coast", "its source Harbour Times belongs to it", SCORE)));

    private static final Decision FOLLOWER = decision(
            35,
            "Averil votes for barrage",
            "Northwind News",
            false,
            "\"Council of Port Averil approves the tidal barrage after a debate of eleven hours\" of Harbour Times has"
                    + " the same words: Averil, barrage, 640",
            LEAD.story());

    private static final Decision BELOW = new Decision(
            36,
            "Night buses return",
            "City Ledger",
            Verdict.SOURCE_FULL,
            Fact.words("4 stories of City Ledger are told, and the digest takes 4 of one source"),
            true,
            "",
            Optional.of(new InStory(
                    2,
                    0,
                    Optional.empty(),
                    "",
                    "",
                    new Score(List.of(new Part(Kind.OUTLETS, 0, "1 outlet reports it"))))));

    private static final Decision UNWANTED = new Decision(
            37,
            "Your horoscope",
            "City Ledger",
            Verdict.UNWANTED,
            Fact.words("\"horoscope\" is in its headline, and the digest goes without it"),
            false,
            "",
            Optional.empty());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final ExplainView view =
            new ExplainView(new Console(stream, stream, new Style(false), new Style(false), false), ZoneOffset.UTC);

    @Test
    void everythingThatAnEditionLookedAtIsATable() {
        view.print(EDITION, List.of(LEAD, FOLLOWER, BELOW, UNWANTED));
        check("explain-edition.txt.golden");
    }

    @Test
    void anArticleThatIsTold() {
        view.print(EDITION, explanation(35, "Averil votes for barrage", Optional.of(FOLLOWER), List.of(LEAD), ""));
        check("explain-told.txt.golden");
    }

    @Test
    void anArticleThatIsLeftOut() {
        view.print(EDITION, explanation(36, "Night buses return", Optional.of(BELOW), List.of(), ""));
        check("explain-left-out.txt.golden");
    }

    @Test
    void anArticleThatWasNotLookedAt() {
        ListedEntry entry = entry(38, "Soil is lost", ListedEntry.State.FAILED, "answered 404 Not Found");
        view.print(
                EDITION,
                new Explanation(
                        entry,
                        Optional.empty(),
                        2,
                        Optional.empty(),
                        List.of(),
                        Fact.words("its page could not be read: it answered 404 Not Found")));
        check("explain-not-looked-at.txt.golden");
    }

    @Test
    void anEditionThatThereIsNotIsExplainedByWhatWasLeftOut() {
        view.print(new Composed.Nothing(Map.of(Verdict.UNWANTED, 1L), List.of(UNWANTED)), List.of(UNWANTED));

        assertThat(out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n")).isEqualTo("""
                There would be no edition now: nothing new; left out: 1 not wanted.

                  rank  score  no. article  headline
                     -      -    -      37  Your horoscope
                                            City Ledger; left out: "horoscope" is in its
                                            headline, and the digest goes without it
                """);
        assertThat(ExplainJson.of(
                        "morning-brief",
                        LocalDate.parse("2026-11-18"),
                        new Composed.Nothing(Map.of(Verdict.UNWANTED, 1L), List.of(UNWANTED)),
                        List.of(UNWANTED)))
                .containsEntry("edition", null)
                .containsEntry("leftOut", Map.of("unwanted", 1L))
                .extractingByKey("articles")
                .asString()
                .contains("article=37", "verdict=unwanted");
    }

    /** Controls of ASCII and Latin 1 are obeyed by terminals, marks of direction turn what stands behind them. */
    private static final String HOSTILE = "Soil\u001b]0;x\u0007 is\u001b[2J lost\u009b1m\u202e and\nfound";

    @Test
    void nothingThatFeedsAndPagesSayIsObeyedByTheTerminal() {
        Decision decision = new Decision(
                39,
                HOSTILE,
                HOSTILE,
                Verdict.BELOW,
                Fact.words(HOSTILE),
                true,
                HOSTILE,
                Optional.of(new InStory(
                        1,
                        0,
                        Optional.empty(),
                        HOSTILE,
                        HOSTILE,
                        new Score(List.of(new Part(Kind.OUTLETS, 0, HOSTILE))))));
        ListedEntry entry = new ListedEntry(
                39,
                3,
                HOSTILE,
                HOSTILE,
                "https://northwind.example/" + HOSTILE,
                Instant.EPOCH,
                Instant.EPOCH,
                ListedEntry.State.FAILED,
                HOSTILE,
                Optional.empty(),
                "");
        view.print(EDITION, List.of(decision));
        view.print(
                EDITION,
                new Explanation(
                        entry, Optional.empty(), 1, Optional.of(decision), List.of(decision), Fact.words(HOSTILE)));
        view.print(
                EDITION, new Explanation(entry, Optional.empty(), 1, Optional.empty(), List.of(), Fact.words(HOSTILE)));
        view.print(
                EDITION,
                new Explanation(
                        entry,
                        Optional.of(new Explanation.Text(
                                HOSTILE, Instant.EPOCH, 12, Locale.ENGLISH, true, List.of(HOSTILE))),
                        1,
                        Optional.empty(),
                        List.of(),
                        Fact.words(HOSTILE)));

        String shown = out.toString(StandardCharsets.UTF_8).replaceAll("\\R", "");
        assertThat(shown)
                .contains("Soil\uFFFD]0;x\uFFFD is\uFFFD[2J lost\uFFFD1m\uFFFD and found")
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    private void check(String name) {
        Golden.check(
                ExplainViewTests.class,
                name,
                out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    private static Decision decision(
            long id, String headline, String outlet, boolean leads, String merged, Optional<InStory> story) {
        return new Decision(id, headline, outlet, Verdict.TOLD, Fact.words(""), leads, merged, story);
    }

    private static Explanation explanation(
            long id, String title, Optional<Decision> decision, List<Decision> others, String otherwise) {
        return new Explanation(
                entry(id, title, ListedEntry.State.DONE, ""),
                Optional.of(new Explanation.Text(
                        title,
                        Instant.parse("2026-11-17T23:40:00Z"),
                        1412,
                        Locale.ENGLISH,
                        true,
                        List.of("World", "Energy"))),
                2,
                decision,
                others,
                Fact.words(otherwise));
    }

    private static ListedEntry entry(long id, String title, ListedEntry.State state, String problem) {
        return new ListedEntry(
                id,
                3,
                "Northwind News",
                title,
                "https://northwind.example/2026/11/" + id,
                Instant.parse("2026-11-18T00:12:00Z"),
                Instant.parse("2026-11-17T23:58:00Z"),
                state,
                problem,
                Optional.of(Instant.parse("2026-11-18T00:13:00Z")),
                "");
    }
}
