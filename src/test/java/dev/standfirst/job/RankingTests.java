package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.standfirst.MovableClock;
import dev.standfirst.ProgramInTest;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.edition.Composed;
import dev.standfirst.edition.Decision;
import dev.standfirst.edition.EditionComposer;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Explanation;
import dev.standfirst.edition.Explanations;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.Verdict;
import dev.standfirst.job.FeedServer.Answer;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.source.ListedEntry;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What gets into editions, and why, from digest files and feeds on loopback to the edition. */
class RankingTests {

    private static final MovableClock CLOCK = new MovableClock();

    private static final String BRIDGE = """
            The old bridge over the Tarn was closed to all traffic on Monday after divers found a crack in its second pier.
            Engineers of the county measured a gap of nine millimetres and said that it had grown since the spring.
            Buses to the hospital take the northern road until the pier has been repaired, the county said.""";

    @TempDir
    private static Path data;

    private static FeedServer server;
    private static ConfigurableApplicationContext context;

    @TempDir
    private Path home;

    private final String name = "d" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, StringBuilder> items = new HashMap<>();
    private LocalDate date = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC);

    @BeforeAll
    static void start() throws IOException {
        server = new FeedServer();
        context = ProgramInTest.at(CLOCK)
                .run(
                        "--standfirst.data=" + data,
                        "--standfirst.mailbox=" + data.resolve("mailbox"),
                        "--standfirst.fetch.gap=0s",
                        "--standfirst.source.interval=1s",
                        "--standfirst.source.unconditional-interval=1s",
                        "--standfirst.fetch.allowed-hosts=127.0.0.1");
    }

    @AfterAll
    static void stop() {
        context.close();
        server.close();
    }

    @BeforeEach
    void somebodyToRead() {
        context.getBean(Subscriptions.class).add(name, new EmailAddress(name + "@example.org"), "", Reason.of("test"));
    }

    @Test
    void oneSourceFillsAnEditionOnlyWhereNobodyElseWantsThePlaces() {
        for (int i = 1; i <= 8; i++) {
            article("ledger", "Ledger number " + WORDS.get(i), note(i));
        }
        article("notes", "A reef without sunlight", note(11));
        article("notes", "Soil is lost in the valley", note(12));
        article("radio", "Swifts find their wall again", note(13));
        StoredEdition edition = compose("length: {stories: 6}");

        assertThat(outlets(edition)).filteredOn("Ledger"::equals).hasSize(3);
        assertThat(outlets(edition)).filteredOn("Notes"::equals).hasSize(2);
        assertThat(outlets(edition)).filteredOn("Radio"::equals).hasSize(1);
        assertThat(verdicts(edition)).containsEntry(Verdict.SOURCE_FULL, 0L + 5);
        assertThat(decision(edition, "Ledger number Eight").reason()).isEmpty();
        assertThat(decision(edition, "Ledger number One").reason())
                .isEqualTo("3 stories of Ledger are told, and the other places went to other sources");
    }

    @Test
    void aLimitThatIsStatedHoldsThoughPlacesStayEmpty() {
        for (int i = 1; i <= 5; i++) {
            article("ledger", "Ledger number " + WORDS.get(i), note(i));
        }
        StoredEdition edition = compose("length: {stories: 6, per-source: 1}");

        assertThat(edition.stories()).isEqualTo(1);
    }

    @Test
    void storiesAreFiledByCategoryAndByWordInTheOrderOfTheDigestFile() {
        article("ledger", "Parliament sits late", note(1));
        category("ledger", "Politics");
        article("notes", "A ferry sails again", note(2));
        article("radio", "The choir sings", note(3));
        article("radio", "A goal in the last minute", note(4));
        StoredEdition edition = compose("""
                topics:
                  - {name: Sea, words: [ferr*, harbour]}
                  - {name: State, categories: politics}
                  - Sport
                length: {stories: 12, top: 1, brief: 0}
                """, Map.of("radio", "Sport"));

        assertThat(headings(edition)).containsExactly("Top stories", "Sea", "State", "Sport");
        assertThat(decision(edition, "A ferry sails again")
                        .story()
                        .orElseThrow()
                        .topicWhy())
                .isEqualTo("\"ferr*\" is in its headline");
        assertThat(decision(edition, "Parliament sits late")
                        .story()
                        .orElseThrow()
                        .topicWhy())
                .isEqualTo("\"politics\" is among its categories");
        assertThat(decision(edition, "The choir sings").story().orElseThrow().topicWhy())
                .isEqualTo("its source Radio belongs to it");
    }

    @Test
    void unwantedWordsAndNotesThatAreTooShortStayOut() {
        article("ledger", "Your horoscope for the week", note(1));
        article("ledger", "Recall", "Pumps are recalled by their maker today, it said in a note to hospitals.");
        article("notes", "A reef without sunlight", note(2));
        StoredEdition edition = compose("without: horoscope\nlength: {least-words: 20}");

        assertThat(headlines(edition)).containsExactly("A reef without sunlight");
        assertThat(decision(edition, "Your horoscope for the week").reason())
                .isEqualTo("\"horoscope\" is in its headline, and the digest goes without it");
        assertThat(decision(edition, "Recall").reason()).isEqualTo("it has 14 words, and the digest wants 20 at least");
    }

    @Test
    void aStoryThatGoesOnIsToldWithWhatIsNewAlone() {
        article("ledger", "Crack closes the old bridge over the Tarn", BRIDGE);
        StoredEdition first = compose("");
        nextDay();
        article(
                "radio",
                "Old bridge over the Tarn: crack grows",
                BRIDGE.lines().findFirst().orElseThrow() + "\n"
                        + "Two lorry drivers were fined 400 crowns each for ignoring the barriers on the southern bank.");
        article("notes", "A reef without sunlight", note(2));
        StoredEdition second = compose("");

        Element mail = Jsoup.parse(second.html());
        assertThat(mail.text())
                .contains("goes on since " + day(first).replace(" 2026", ""))
                .contains("Two lorry drivers were fined 400 crowns")
                .doesNotContain("divers found a crack");
        assertThat(decision(second, "Old bridge over the Tarn: crack grows")
                        .story()
                        .orElseThrow()
                        .score()
                        .parts())
                .last()
                .satisfies(part -> assertThat(part.why())
                        .isEqualTo("it goes on from the edition of %s, and 50 %% of its sentences say something new"
                                .formatted(day(first))));
    }

    @Test
    void anOldArticleInANewOutletIsLeftOutHoweverLongAgoItWasTold() {
        article("ledger", "Crack closes the old bridge over the Tarn", BRIDGE);
        StoredEdition first = compose("");
        nextDay();
        nextDay();
        nextDay();
        nextDay();
        nextDay();
        article("radio", "Bridge closed", BRIDGE);
        article("notes", "A reef without sunlight", note(2));
        StoredEdition later = compose("");

        assertThat(headlines(later)).containsExactly("A reef without sunlight");
        assertThat(decision(later, "Bridge closed").reason())
                .isEqualTo("it is printed anew: most of its text stands in \"Crack closes the old bridge over the"
                        + " Tarn\", which the edition of %s told".formatted(day(first)));
        nextDay();
        article("notes", "Soil is lost", note(3));
        StoredEdition last = compose("");
        assertThat(explanation(last, "Bridge closed").otherwise())
                .isEqualTo("the edition of %s found nothing new in it".formatted(day(later)));
        assertThat(explanation(last, "Crack closes the old bridge over the Tarn")
                        .otherwise())
                .isEqualTo("the edition of %s told it, as number 1".formatted(day(first)));
    }

    @Test
    void whatWasNotLookedAtIsExplainedFromItsHistory() {
        article("notes", "A reef without sunlight", note(2));
        article("notes", "Soil is lost in the valley", note(3));
        server.on("/" + name + "/notes/2", Answer.of(404));
        StoredEdition edition = compose("window: 36h");
        nextDay();
        article("notes", "Swifts find their wall again", note(4));
        StoredEdition next = compose("window: 36h");

        assertThat(explanation(edition, "Soil is lost in the valley").otherwise())
                .isEqualTo("its page could not be read so far: it answered 404 Not Found");
        assertThat(explanation(edition, "Swifts find their wall again").otherwise())
                .isEqualTo("it was first listed after the edition was composed");
        assertThat(explanation(next, "A reef without sunlight").otherwise())
                .isEqualTo("the edition of %s told it, as number 1".formatted(day(edition)));
    }

    @Test
    void whereThereIsNoEditionItIsKnownWhatWasLeftOut() {
        article("ledger", "Your horoscope for the week", note(1));
        Digest digest = run("without: horoscope", Map.of());

        Composed.Nothing nothing = (Composed.Nothing)
                context.getBean(EditionComposer.class).compose(digest, date, CLOCK.instant(), List.of());
        assertThat(nothing.words()).isEqualTo("nothing new; left out: 1 not wanted");
        assertThat(nothing.decisions())
                .extracting(Decision::headline, Decision::verdict, Decision::reason)
                .containsExactly(tuple(
                        "Your horoscope for the week",
                        Verdict.UNWANTED,
                        "\"horoscope\" is in its headline, and the digest goes without it"));
        Explanations explanations = context.getBean(Explanations.class);
        assertThat(explanations.like(nothing.decisions(), "HOROSCOPE")).hasSize(1);
        assertThat(explanations.like(
                        nothing.decisions(),
                        server.address("/" + name + "/ledger/1").toString()))
                .hasSize(1);
        assertThat(explanations.like(nothing.decisions(), "0")).isEmpty();
    }

    @Test
    void aPageThatAnotherSourceListedLongAgoIsToldWhereItIsListedToday() {
        article("ledger", "Swifts find their wall again", note(4), Duration.ofHours(30));
        article("notes", "Soil is lost in the valley", note(3));
        compose("window: 36h\nlength: {stories: 1}");
        nextDay();
        String path = "/%s/ledger/1".formatted(name);
        list("radio", "Swifts find their wall again", path, Duration.ofMinutes(5));
        StoredEdition edition = compose("window: 36h");

        assertThat(headlines(edition)).containsExactly("Swifts find their wall again");
        assertThat(outlets(edition)).containsExactly("Radio");
    }

    @Test
    void whatWasNotReadyIsNotSaidToHaveBeenTooMuch() {
        article("notes", "A reef without sunlight", note(2));
        article("notes", "Soil is lost in the valley", note(3));
        StoredEdition edition = compose("length: {stories: 1}");
        Decision below = decisions(edition).get(1);
        context.getBean(JdbcClient.class)
                .sql("delete from edition_candidate where edition_id = ? and article_id = ?")
                .params(edition.id(), below.articleId())
                .update();

        assertThat(explanation(edition, below.headline()).otherwise())
                .isEqualTo("it was not ready when the edition was composed");
    }

    @Test
    void whatALaterEditionToldIsNotKnownToAnEarlierOne() {
        LocalDate today = date;
        article("ledger", "Crack closes the old bridge over the Tarn", BRIDGE);
        date = today.plusDays(1);
        compose("");
        date = today;
        article("radio", "Bridge closed", BRIDGE);
        StoredEdition earlier = compose("");

        assertThat(headlines(earlier)).containsExactly("Bridge closed");
    }

    @Test
    void ofFortyStoriesTheMailTellsADozenAndTheBrowserAll() {
        for (int i = 0; i < 40; i++) {
            article(
                    i % 2 == 0 ? "notes" : "radio",
                    "Place number %s %s".formatted(WORDS.get(i / 8), WORDS.get(8 + i % 8)),
                    note(100 + i));
        }
        StoredEdition edition = compose("length: {stories: 40}");

        assertThat(edition.stories()).isEqualTo(40);
        Element mail = Jsoup.parse(edition.html());
        Element page = Jsoup.parse(edition.inBrowser());
        int inMail = mail.select("h2 a, h3 a").size();
        assertThat(inMail).isBetween(10, 12);
        assertThat(page.select("h2 a, h3 a")).hasSize(40);
        assertThat(mail.text()).contains("See the other %d stories in the browser".formatted(40 - inMail));
        assertThat(edition.text()).contains("See the other %d stories in the browser:".formatted(40 - inMail));
        assertThat(page.text()).doesNotContain("See the other");
        assertThat(page.select("#more")).hasSize(1);
        assertThat(edition.subject()).endsWith(", and 39 more");
    }

    private static final List<String> WORDS = List.of(
            "Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen".split(" "));

    private static List<String> headings(StoredEdition edition) {
        return Jsoup.parse(edition.html()).select("h2").eachText();
    }

    /** A text about something that no other one is about. */
    private static String note(int number) {
        Object[] words = IntStream.range(0, 16)
                .mapToObj(i -> word(number * 16 + i + 100))
                .toArray();
        return ("The %s %s of %s has given the %s %s to a %s %s that stood near the %s %s.\n"
                        + "Its %s %s brought %s to the %s %s on %s and left it by the %s.")
                .formatted(words);
    }

    /** A word that nothing else is called by. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number * 7919; rest > 0; rest /= 85) {
            word.append("bdfgklmnprstvwzch".charAt(rest % 17)).append("aeiou".charAt(rest / 17 % 5));
        }
        return word.toString();
    }

    private void article(String source, String title, String text) {
        String items = this.items.getOrDefault(source, new StringBuilder()).toString();
        article(source, title, text, Duration.ofMinutes(100 - items.split("<item>", -1).length));
    }

    /** One that came out so long ago. */
    private void article(String source, String title, String text, Duration age) {
        String items = this.items.getOrDefault(source, new StringBuilder()).toString();
        String path = "/%s/%s/%d".formatted(name, source, items.split("<item>", -1).length);
        server.on(
                path,
                Answer.ok("<html lang=en><title>%1$s</title><article><h1>%1$s</h1><p>%2$s</p></article></html>"
                                .formatted(title, text.strip().replace("\n", "</p><p>")))
                        .with("Content-Type", "text/html"));
        list(source, title, path, age);
    }

    private void list(String source, String title, String path, Duration age) {
        StringBuilder feed = items.computeIfAbsent(source, any -> new StringBuilder());
        feed.append("<item><title>%s</title><link>%s</link><guid>%s</guid><pubDate>%s</pubDate></item>"
                .formatted(
                        title,
                        server.address(path),
                        path,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                CLOCK.instant().minus(age).atOffset(ZoneOffset.UTC))));
        server.on(
                "/" + name + "/" + source,
                Answer.ok("<rss version='2.0'><channel><title>x</title>" + feed + "</channel></rss>"));
    }

    /** Files the latest article of a source under a category. */
    private void category(String source, String category) {
        StringBuilder feed = items.get(source);
        feed.insert(feed.length() - "</item>".length(), "<category>" + category + "</category>");
        server.on(
                "/" + name + "/" + source,
                Answer.ok("<rss version='2.0'><channel><title>x</title>" + feed + "</channel></rss>"));
    }

    private void nextDay() {
        CLOCK.move(Duration.ofDays(1));
        date = date.plusDays(1);
    }

    private StoredEdition compose(String settings) {
        return compose(settings, Map.of());
    }

    private StoredEdition compose(String settings, Map<String, String> topics) {
        run(settings, topics);
        return context.getBean(Editions.class).find(name, date).orElseThrow();
    }

    private Digest run(String settings, Map<String, String> topics) {
        StringBuilder yaml = new StringBuilder("title: Brief\nsender: {address: a@brief.example}\n");
        yaml.append(settings).append("\nsources:\n");
        for (String source : List.of("ledger", "notes", "radio")) {
            if (items.containsKey(source)) {
                yaml.append("  - {name: %s%s, feed: \"%s\"%s}%n"
                        .formatted(
                                Character.toUpperCase(source.charAt(0)),
                                source.substring(1),
                                server.address("/" + name + "/" + source),
                                topics.containsKey(source) ? ", topic: " + topics.get(source) : ""));
            }
        }
        Digest digest = digest(yaml.toString());
        context.getBean(Runs.class).run(new RunRequest(digest, date), RunListener.NONE);
        return digest;
    }

    private Digest digest(String yaml) {
        try {
            Files.createDirectories(home.resolve("jobs"));
            Files.writeString(home.resolve("jobs").resolve(name + ".yaml"), yaml);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        DigestResult result = new DigestFiles(home).load(name);
        assertThat(result).isInstanceOf(DigestResult.Loaded.class);
        return ((DigestResult.Loaded) result).digest();
    }

    private static List<Decision> decisions(StoredEdition edition) {
        return context.getBean(Explanations.class).all(edition);
    }

    private static Decision decision(StoredEdition edition, String headline) {
        return decisions(edition).stream()
                .filter(one -> one.headline().equals(headline))
                .findFirst()
                .orElseThrow();
    }

    private static Explanation explanation(StoredEdition edition, String headline) {
        Explanations explanations = context.getBean(Explanations.class);
        List<ListedEntry> like = explanations.like(edition, headline);
        assertThat(like).hasSize(1);
        return explanations.of(edition, like.get(0));
    }

    private static List<String> headlines(StoredEdition edition) {
        return told(edition).stream().map(Decision::headline).toList();
    }

    private static List<String> outlets(StoredEdition edition) {
        return told(edition).stream().map(Decision::outlet).toList();
    }

    private static List<Decision> told(StoredEdition edition) {
        return decisions(edition).stream()
                .filter(one -> one.verdict() == Verdict.TOLD)
                .toList();
    }

    private static Map<Verdict, Long> verdicts(StoredEdition edition) {
        return decisions(edition).stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Decision::verdict, java.util.stream.Collectors.counting()));
    }

    private static String day(StoredEdition edition) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy", java.util.Locale.UK)
                .format(edition.date());
    }
}
