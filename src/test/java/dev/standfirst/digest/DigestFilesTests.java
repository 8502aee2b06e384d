package dev.standfirst.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestFilesTests {

    private static final String LEAST = """
            title: Morning Brief
            sources:
              - name: Harbour Times
                feed: https://harbour.example/feed
            sender:
              address: brief@standfirst.example
            """;

    private static final String SOURCE = "title: T\nsources: [%s]\nsender: {address: a@example.org}\n";

    @TempDir
    private Path home;

    @BeforeEach
    void jobs() throws IOException {
        Files.createDirectories(home.resolve("jobs"));
    }

    @Test
    void littleIsNeededAndTheRestHasDefaults() throws IOException {
        Digest digest = ((DigestResult.Loaded) load(LEAST)).digest();

        assertThat(digest.name()).isEqualTo("morning");
        assertThat(digest.schedule()).isEqualTo(new Schedule(LocalTime.of(7, 0), ZoneId.of("UTC"), Days.DAILY));
        assertThat(digest.length()).isEqualTo(new Digest.Length(12, 3, 3, 1, 5));
        assertThat(digest.audience()).isEqualTo(new Digest.Audience(List.of("morning"), Optional.empty()));
        assertThat(digest.sender().name()).isEqualTo("Morning Brief");
        assertThat(digest.window()).isEmpty();
        assertThat(digest.selection()).isEqualTo(Selection.ANY);
    }

    @Test
    void everythingCanBeSaid() throws IOException {
        Digest digest = ((DigestResult.Loaded) load(LEAST + """
                schedule: {time: 06:30, zone: Europe/Berlin, days: [mon, fri]}
                window: 36h
                length: {stories: 5, top: 2}
                """)).digest();

        assertThat(digest.schedule())
                .isEqualTo(new Schedule(
                        LocalTime.of(6, 30),
                        ZoneId.of("Europe/Berlin"),
                        Days.ofWeek(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))));
        assertThat(digest.window()).contains(Duration.ofHours(36));
        assertThat(digest.length().stories()).isEqualTo(5);
    }

    @Test
    void howItGoesOutCanBeSaid() throws IOException {
        Digest digest = ((DigestResult.Loaded) load(LEAST + """
                schedule:
                  time: 06:30
                  except: [2026-12-24..2026-12-26, 2027-01-01]
                  late: 12h
                  between: "22:00 - 6:00"
                delivery: {doubt: hold, tries: 2d}
                approval: {ahead: 90m, otherwise: send}
                """)).digest();

        assertThat(digest.schedule())
                .isEqualTo(new Schedule(
                        LocalTime.of(6, 30),
                        ZoneId.of("UTC"),
                        Days.DAILY,
                        List.of(
                                new Dates(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 26)),
                                Dates.on(LocalDate.of(2027, 1, 1))),
                        new Lateness(Lateness.Missed.SEND, Optional.of(Duration.ofHours(12))),
                        new SendWindow(LocalTime.of(22, 0), LocalTime.of(6, 0))));
        assertThat(digest.delivery()).isEqualTo(new Delivery(Delivery.Doubt.HOLD, Duration.ofDays(2)));
        assertThat(digest.approval()).contains(new Approval(Duration.ofMinutes(90), Approval.Otherwise.SEND));
    }

    @Test
    void howItGoesOutNeedsNoWords() throws IOException {
        Digest digest = ((DigestResult.Loaded) load(LEAST + """
                schedule: {except: 2026-12-25, missed: merge, between: 06:00-24:00}
                approval: required
                """)).digest();

        assertThat(digest.schedule().except()).containsExactly(Dates.on(LocalDate.of(2026, 12, 25)));
        assertThat(digest.schedule().lateness()).isEqualTo(new Lateness(Lateness.Missed.MERGE, Optional.empty()));
        assertThat(digest.schedule().between()).isEqualTo(new SendWindow(LocalTime.of(6, 0), LocalTime.MIDNIGHT));
        assertThat(digest.delivery()).isEqualTo(Delivery.USUAL);
        assertThat(digest.approval()).contains(new Approval(Duration.ofHours(2), Approval.Otherwise.SKIP));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            length: {zzz: 3}                  | "zzz" is not a setting of length. Known: brief, least-words, per-source, per-topic, sentences, stories, top, top-sentences.
            titel: x                          | "titel" is not a setting of the file. Did you mean "title"?
            title: Twice                      | "title" is set twice. Keep one of them.
            window: soon                      | window "soon" is not a time span. Write 90m, 36h or 7d.
            schedule: {zone: Europe/Berln}    | "Europe/Berln" is not a time zone. Did you mean "Europe/Berlin"?
            schedule: {time: 25:00}           | time "25:00" is not a time of the day. Write it as 07:00.
            schedule: {days: weekday}         | "weekday" is not a choice of days. Did you mean "weekdays"?
            length: {stroies: 3}              | "stroies" is not a setting of length. Did you mean "stories"?
            length: {stories: 900}            | stories "900" is not a whole number from 1 to 40.
            audience: {list: My List}         | list "My List" is not a name. Use small letters, digits and dashes.
            memory: 90d                       | memory "90d" is longer than 60d. Write 60d or less, or 0d for none.
            length: {per-source: 0}           | per-source "0" is not a whole number from 1 to 40.
            length: {per-sorce: 3}            | "per-sorce" is not a setting of length. Did you mean "per-source"?
            words: [reef, "**"]               | words "**" is not a word or a phrase. Write reef, tidal barrage, ferr* or *hafen.
            without: ["½"]                    | without "½" is not a word or a phrase. Write reef, tidal barrage, ferr* or *hafen.
            words: ["② *"]                    | words "② *" is not a word or a phrase. Write reef, tidal barrage, ferr* or *hafen.
            without: {word: x}                | without must be a list: one "- " an item
            topics: [{name: Sea, wieght: 2}]  | "wieght" is not a setting of a topic. Did you mean "weight"?
            topics: [{words: reef}]           | a topic has no "name". Add one.
            topics: [Sea, sea]                | there are two topics called "sea". Make one of them.
            topics: [{name: Sea, weight: 11}] | weight "11" is not a number from 0.1 to 10. Write 2 or 0.5.
            language: fr                      | language "fr" is none that the mail has words in. Write en or de; articles may be in any language.
            schedule: {except: 2026-02-30}    | except "2026-02-30" is not a date. Write 2026-12-25, or 2026-12-24..2026-12-26.
            schedule: {except: [{a: b}]}      | except "" is not a date. Write 2026-12-25, or 2026-12-24..2026-12-26.
            schedule: {except: 2026-12-26..2026-12-24} | except "2026-12-26..2026-12-24" runs backwards. Write the earlier date first.
            schedule: {late: 5m}              | late "5m" is not between 10m and 7d.
            schedule: {late: 6h, missed: skip} | late is for "missed: send"; with "missed: skip" nothing goes out late. Remove one of them.
            schedule: {missed: resend}        | missed "resend" is not known. Write send or merge or skip.
            schedule: {between: 06:00}        | between "06:00" is not from one time to another. Write "06:00-22:00".
            schedule: {between: 06:00-06:00}  | between "06:00-06:00" is not from one time to another. Write "06:00-22:00".
            schedule: {between: 06:00-25:00}  | between "06:00-25:00" is not from one time to another. Write "06:00-22:00".
            delivery: {doubt: maybe}          | doubt "maybe" is not known. Write resend or hold.
            delivery: {tries: 6d}             | tries "6d" is not between 10m and 5d.
            delivery: {trie: 6h}              | "trie" is not a setting of delivery. Did you mean "tries"?
            approval: requried                | approval "requried" is not known. Write required, or {ahead: 2h, otherwise: skip}, or leave it out.
            approval: {ahead: 25h}            | ahead "25h" is not between 10m and 24h.
            approval: {otherwise: wait}       | otherwise "wait" is not known. Write skip or send.
            schedule: {cron: "0 7,18 * * *"}  | cron "0 7,18 * * *" cannot be used: its hour is "7,18"; a digest has one edition a day, so name one hour, 0 to 23.
            """)
    void everyMistakeIsToldWithItsLine(String line, String message) throws IOException {
        DigestResult.Broken broken = (DigestResult.Broken) load(LEAST + line + "\n");

        assertThat(broken.problems())
                .extracting(DigestResult.Problem::toString)
                .containsExactly("jobs/morning.yaml:7: " + message);
    }

    @Test
    void whatADigestTakesCanBeSaid() throws IOException {
        Digest digest = ((DigestResult.Loaded) load("""
                title: T
                sources:
                  - {name: A, folder: notes, weight: 1.5, topic: Radio}
                topics:
                  - name: Coast
                    words: [ferr*, tidal barrage]
                    categories: Shipping
                    weight: 0.5
                    stories: 4
                  - Science
                words: reef
                without: [horoscope]
                memory: 3d
                length: {per-source: 2, per-topic: 5, least-words: 40}
                sender: {address: a@example.org}
                """)).digest();

        TopicSpec coast =
                new TopicSpec("Coast", List.of("Shipping"), List.of("ferr*", "tidal barrage"), 0.5, Optional.of(4));
        assertThat(digest.selection())
                .isEqualTo(new Selection(
                        List.of(coast, TopicSpec.of("Science")),
                        List.of("reef"),
                        List.of("horoscope"),
                        Duration.ofDays(3),
                        Optional.of(2),
                        Optional.of(5),
                        40));
        assertThat(digest.sources().get(0).weight()).isEqualTo(1.5);
        assertThat(digest.sections()).extracting(TopicSpec::name).containsExactly("Coast", "Science", "Radio");
    }

    @Test
    void everyKindOfSourceCanBeNamed() throws IOException {
        Digest digest = ((DigestResult.Loaded) load("""
                title: T
                sources:
                  - {name: A, feed: https://a.example/feed}
                  - {name: B, folder: notes}
                  - {name: C, sitemap: https://c.example/sitemap.xml, topic: Sea}
                  - {name: D, page: https://d.example/}
                  - {name: E, opml: https://e.example/feeds.opml}
                sender: {address: a@example.org}
                """)).digest();

        assertThat(digest.sources())
                .extracting(SourceSpec::kind)
                .containsExactly(
                        SourceSpec.Kind.FEED,
                        SourceSpec.Kind.FOLDER,
                        SourceSpec.Kind.SITEMAP,
                        SourceSpec.Kind.PAGE,
                        SourceSpec.Kind.OPML);
        assertThat(digest.sources().get(2).topic()).isEqualTo("Sea");
    }

    @Test
    void aListOfFeedsInAFileBecomesItsFeeds() throws IOException {
        Files.writeString(home.resolve("feeds.opml"), """
                <opml version="2.0"><body>
                  <outline text="Coast">
                    <outline type="rss" text="Harbour Times" xmlUrl="https://harbour.example/feed"/>
                    <outline type="rss" text="Harbour Times" xmlUrl="feed://quay.example/rss"/>
                  </outline>
                  <outline type="rss" xmlUrl="https://inland.example/feed"/>
                  <outline type="rss" text="Nowhere" xmlUrl="ftp://nowhere.example/feed"/>
                </body></opml>
                """);

        assertThat(sources("{opml: feeds.opml}"))
                .containsExactly(
                        feed("Harbour Times", "https://harbour.example/feed", "Coast"),
                        feed("Harbour Times 2", "https://quay.example/rss", "Coast"),
                        feed("inland.example", "https://inland.example/feed", ""));
        assertThat(sources("{opml: feeds.opml, topic: All}"))
                .extracting(SourceSpec::topic)
                .containsOnly("All");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {opml: gone.opml}                   | opml "gone.opml" is not there. Name an OPML file; relative paths count from HOME.
            {opml: page.opml}                   | opml "page.opml" is not OPML: it begins with <html>. Export the list anew from the program that wrote it.
            {opml: empty.opml}                  | opml "empty.opml" names no feed on the web. Add outlines with an xmlUrl.
            {opml: empty.opml, name: A}         | an opml file names its feeds itself. Leave the name out.
            {page: news.html, name: A}          | page "news.html" is not a web address. Write it as https://...
            {sitemap: ftp://a.example/, name: A} | sitemap "ftp://a.example/" is neither a web address (https://...) nor a file.
            {feed: a.example/feed.xml, name: A} | feed "a.example/feed.xml" is no file that is there. If it is on the web, write https://a.example/feed.xml
            {page: https://a.example/}          | a source has no "name". Add one.
            {sitemap: ~a~, feed: b, name: A}    | source "A" needs a feed, a folder, an opml, a sitemap or a page, one of them.
            """)
    void mistakesOfSourcesAreToldWithTheWayOut(String source, String message) throws IOException {
        Files.writeString(home.resolve("page.opml"), "<html></html>");
        Files.writeString(home.resolve("empty.opml"), "<opml></opml>");
        DigestResult.Broken broken = (DigestResult.Broken) load(SOURCE.formatted(source));

        assertThat(broken.problems())
                .extracting(DigestResult.Problem::toString)
                .contains("jobs/morning.yaml:2: " + message.replace("HOME", home.toString()));
    }

    @Test
    void aFolderHasOneNameWhetherItIsThereOrNot() throws IOException {
        String yaml = "title: T\nsources: [{name: A, folder: notes}]\nsender: {address: a@example.org}\n";
        Digest before = ((DigestResult.Loaded) load(yaml)).digest();
        Files.createDirectories(home.resolve("notes"));

        assertThat(((DigestResult.Loaded) load(yaml)).digest().sources()).isEqualTo(before.sources());
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        DigestResult.Broken broken = (DigestResult.Broken) load("sources:\n  - name: A\nsender: {address: nobody}\n");

        assertThat(broken.problems())
                .extracting(DigestResult.Problem::toString)
                .containsExactly(
                        "jobs/morning.yaml:1: the file has no \"title\". Add one.",
                        "jobs/morning.yaml:2: source \"A\" needs a feed, a folder, an opml, a sitemap or a page, one of them.",
                        "jobs/morning.yaml:3: address \"nobody\" is not an email address: there is no @ in it.");
    }

    @Test
    void whatIsNoYamlIsSaid() throws IOException {
        assertThat(((DigestResult.Broken) load("title: [\n")).problems())
                .singleElement()
                .extracting(DigestResult.Problem::message)
                .asString()
                .startsWith("this is not YAML");
    }

    @Test
    void aMissingDigestIsGuessedAt() throws IOException {
        load(LEAST);

        assertThat(new DigestFiles(home).load("mornign"))
                .isEqualTo(new DigestResult.Missing("mornign", Optional.of("morning")));
    }

    @Test
    void theSampleDigestIsRight() {
        assertThat(new DigestFiles(Path.of("").toAbsolutePath()).load("sample"))
                .isInstanceOf(DigestResult.Loaded.class);
    }

    private List<SourceSpec> sources(String source) throws IOException {
        return ((DigestResult.Loaded) load(SOURCE.formatted(source))).digest().sources();
    }

    private static SourceSpec feed(String name, String address, String topic) {
        return new SourceSpec(name, SourceSpec.Kind.FEED, URI.create(address), topic);
    }

    private DigestResult load(String yaml) throws IOException {
        Files.writeString(home.resolve("jobs/morning.yaml"), yaml);
        return new DigestFiles(home).load("morning");
    }
}
