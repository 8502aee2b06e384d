package dev.standfirst.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.Golden;
import dev.standfirst.TestDatabase;
import dev.standfirst.digest.Digest;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTests {

    private static final Choice ALL = Choice.ALL;

    private final TestDatabase database = new TestDatabase();
    private final Digest digest = SampleEdition.digest("brief");
    private final RenderedEdition rendered = SampleEdition.rendered(digest);
    private final Variants variants = SampleEdition.variants(database.jdbc());
    private final VariantPress press = variants.press(
            SampleEdition.freeze(
                    database.jdbc(), rendered, SampleEdition.DATE, Clock.fixed(SampleEdition.NOW, ZoneOffset.UTC)),
            rendered,
            digest,
            language -> List.of("Coast Radio did not answer (" + language + ")"));

    @Test
    void whoLeavesCultureOutGetsNoneOfItAndTheRightNumbers() {
        StoredVariant without = variant(topics(List.of(), List.of("culture")));

        assertThat(headlines(without))
                .containsExactly(
                        "1. Two ferries return to the southern line",
                        "2. Council approves tidal barrage at Port Averil",
                        "3. A reef without sunlight",
                        "4. Night buses will run every ten minutes",
                        "5. Kleine Satelliten melden Waldbrände");
        assertThat(without.subject()).isEqualTo("Two ferries return to the southern line, and 4 more");
        assertThat(without.text()).contains("5 stories from 7 articles", "As you chose, it tells 5 of 7 stories.");
        assertThat(without.html() + without.text()).doesNotContain("Culture", "Opera", "paintings");
    }

    @Test
    void aVariantLooksAsItStandsInTheGoldenFiles() {
        StoredVariant german = variant(new Preferences(
                Cadence.EACH,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Locale.GERMAN),
                new Choice(List.of("Science", "Coast"), List.of()),
                ALL,
                false,
                false,
                Optional.empty()));

        Golden.check(VariantsTests.class, "variant.html.golden", german.html());
        Golden.check(VariantsTests.class, "variant.txt.golden", german.text());
    }

    @Test
    void oneStoryThatIsLeftIsTheSubject() {
        StoredVariant one = variant(words(List.of("reef"), List.of()));

        assertThat(one.subject()).isEqualTo("A reef without sunlight");
        assertThat(one.text()).contains("1 story from 7 articles", "As you chose, it tells 1 of 7 stories.");
    }

    @Test
    void nothingThatIsLeftIsNoMail() {
        assertThat(press.of(topics(List.of("Sport"), List.of()))).isEqualTo(new Share.Nothing());
        assertThat(press.of(words(List.of(), List.of("*")))).isEqualTo(new Share.Whole());
        assertThat(press.size()).isZero();
    }

    @Test
    void choicesThatTakeNothingAwayAreTheEditionItself() {
        assertThat(press.of(Preferences.NONE)).isEqualTo(new Share.Whole());
        assertThat(press.of(topics(List.of(), List.of("Sport")))).isEqualTo(new Share.Whole());
        assertThat(press.of(words(List.of(), List.of("horoscope")))).isEqualTo(new Share.Whole());
    }

    @Test
    void differentChoicesOfTheSameStoriesAreOneVariant() {
        Share byTopic = press.of(topics(List.of(), List.of("Culture")));
        Share byWord = press.of(words(List.of(), List.of("opera house", "painting")));

        assertThat(byTopic).isInstanceOf(Share.Part.class).isEqualTo(byWord);
        assertThat(press.size()).isOne();
        assertThat(press.failedChecks()).isEmpty();
    }

    @ParameterizedTest(name = "{0} is in {1}")
    @CsvSource({
        "ferry, 5",
        "FERRIES, 5",
        "ferr*, 5",
        "*brände, 4",
        "Waldbrand, 4",
        "tidal barrage, 1",
        "barrage tidal, ''",
        "bar, ''",
        "pub, ''",
        "painting, 6",
        "the, '1 2 3 5 6 7'",
        "2400, ''",
        "nothing, ''",
    })
    void aWordIsFoundInItsFormsAndNotInsideOthers(String word, String stories) {
        Edition edition = rendered.edition();
        List<String> ids = edition.items().stream()
                .filter(item -> new Wishes(edition)
                        .of(words(List.of(word), List.of()), Locale.ENGLISH)
                        .get(item.number()))
                .map(item -> item.articles().get(0).toString())
                .sorted()
                .toList();
        assertThat(String.join(" ", ids)).isEqualTo(stories);
    }

    @Test
    void outWinsOverInAndBothTopicsAndWordsMustFit() {
        assertThat(headlines(variant(choices(
                        new Choice(List.of("Coast", "Culture"), List.of("culture")),
                        new Choice(List.of(), List.of("barrage"))))))
                .containsExactly("1. Two ferries return to the southern line");
    }

    @Test
    void storiesInOtherLanguagesThanTheMailsCanStayOut() {
        Preferences own = new Preferences(
                Cadence.EACH,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ALL,
                ALL,
                true,
                false,
                Optional.empty());
        assertThat(headlines(variant(own))).hasSize(6).noneMatch(headline -> headline.contains("Satelliten"));
    }

    @Test
    void aLanguageWithoutWordsOfOursIsTheDigests() {
        Preferences french = new Preferences(
                Cadence.EACH,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Locale.FRENCH),
                ALL,
                ALL,
                false,
                false,
                Optional.empty());
        assertThat(press.of(french)).isEqualTo(new Share.Whole());
    }

    @Test
    void whenItComesIsToldToThoseWhoChose() {
        assertThat(press.comes(Preferences.NONE)).isEmpty();
        assertThat(press.comes(when(Cadence.EACH, Set.of(), "18:00")))
                .isEqualTo("with each edition at 18:00, Asia/Tokyo time");
        assertThat(press.comes(when(Cadence.DAYS, Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "18:00")))
                .isEqualTo("on Monday, Friday at 18:00, Asia/Tokyo time");
        assertThat(press.comes(Preferences.NONE.weeklyOn(DayOfWeek.FRIDAY)))
                .isEqualTo("once a week, on Friday at 07:00, Europe/Berlin time");
        assertThat(rendered.imprint().comes()).isEqualTo("on weekdays at 07:00, Europe/Berlin time");
    }

    private StoredVariant variant(Preferences preferences) {
        return variants.find(((Share.Part) press.of(preferences)).variant()).orElseThrow();
    }

    private static List<String> headlines(StoredVariant variant) {
        return Jsoup.parse(variant.html()).select("a.ink[href]").eachText().stream()
                .filter(text -> text.matches("\\d+\\. .*"))
                .toList();
    }

    private static Preferences topics(List<String> in, List<String> out) {
        return choices(new Choice(in, out), ALL);
    }

    private static Preferences words(List<String> in, List<String> out) {
        return choices(ALL, new Choice(in, out));
    }

    private static Preferences choices(Choice topics, Choice words) {
        return new Preferences(
                Cadence.EACH,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                topics,
                words,
                false,
                false,
                Optional.empty());
    }

    private static Preferences when(Cadence cadence, Set<DayOfWeek> days, String hour) {
        return new Preferences(
                cadence,
                days,
                Optional.of(LocalTime.parse(hour)),
                Optional.of(ZoneId.of("Asia/Tokyo")),
                Optional.empty(),
                ALL,
                ALL,
                false,
                false,
                Optional.empty());
    }
}
