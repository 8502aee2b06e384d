package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.ProgramInTest;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.job.FeedServer.Answer;
import dev.standfirst.source.SourceWords;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Judges the manners of whole runs from the log of a web server; the clock is moved by hand. */
class MannersTests {

    private static final MovableClock CLOCK = new MovableClock();

    @TempDir
    private static Path data;

    private static FeedServer server;
    private static ConfigurableApplicationContext context;

    private final String feed = "/" + UUID.randomUUID();
    private final String published =
            DateTimeFormatter.RFC_1123_DATE_TIME.format(CLOCK.instant().atOffset(ZoneOffset.UTC));
    private final List<String> told = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        server = new FeedServer();
        context = application();
    }

    @AfterAll
    static void stop() {
        context.close();
        server.close();
    }

    private static ConfigurableApplicationContext application() {
        return ProgramInTest.at(CLOCK)
                .run(
                        "--standfirst.data=" + data,
                        "--standfirst.fetch.gap=0s",
                        "--standfirst.fetch.connect-timeout=2s",
                        "--standfirst.fetch.allowed-hosts=127.0.0.1,localhost");
    }

    @Test
    void validatorsComeBackByteForByte() {
        server.on(feed, rss("1").with("ETag", "W/\"a-b c\"").with("Last-Modified", "Wed, 18 Nov 2026 05:00:00 GMT"));
        run();
        server.on(feed, Answer.of(304));
        later(1);
        run();
        later(1);
        run();

        assertThat(server.requests(feed)).hasSize(3);
        assertThat(server.requests(feed).get(0).headers()).doesNotContainKeys("If-none-match", "If-modified-since");
        assertThat(server.requests(feed).subList(1, 3)).allSatisfy(request -> {
            assertThat(request.header("If-None-Match")).isEqualTo("W/\"a-b c\"");
            assertThat(request.header("If-Modified-Since")).isEqualTo("Wed, 18 Nov 2026 05:00:00 GMT");
        });
    }

    @Test
    void aSourceIsAskedOnceAnHourAndTheRunSaysSo() {
        server.on(feed, rss("1").with("ETag", "\"1\""));
        assertThat(run()).startsWith("1 of 1 sources, 1 seen, 1 new");
        later(Duration.ofMinutes(59));
        assertThat(run())
                .isEqualTo("0 of 1 sources, 0 seen, 0 new; 1 not asked again so soon, what is stored of them counts");
        assertThat(server.requests(feed)).hasSize(1);
        later(Duration.ofMinutes(1));
        run();
        assertThat(server.requests(feed)).hasSize(2);
    }

    @Test
    void aRestartDoesNotResetTheClock() {
        server.on(feed, rss("1").with("ETag", "\"1\""));
        run();
        context.close();
        context = application();
        run();
        assertThat(server.requests(feed)).hasSize(1);
    }

    @Test
    void aServerThatGivesNoValidatorsIsAskedOnceADay() {
        server.on(feed, rss("1"));
        run();
        later(21);
        run();
        assertThat(server.requests(feed)).hasSize(1);
        later(1);
        run();
        assertThat(server.requests(feed)).hasSize(2);
    }

    @Test
    void nothingIsAskedBeforeTheServerSays() {
        server.on(feed, Answer.of(429).with("Retry-After", "10800"));
        run();
        assertThat(told).containsExactly("A answered 429 Too Many Requests; asks to wait until " + when(3));
        later(Duration.ofMinutes(179));
        run();
        assertThat(server.requests(feed)).hasSize(1);
        later(Duration.ofMinutes(1));
        server.on(feed, Answer.of(503));
        run();
        assertThat(server.requests(feed)).hasSize(2);
        later(Duration.ofMinutes(239));
        run();
        assertThat(server.requests(feed)).hasSize(2);
    }

    @Test
    void nothingIsAskedWhileTheAnswerIsFresh() {
        server.on(feed, rss("1").with("ETag", "\"1\"").with("Cache-Control", "public, max-age=7200"));
        run();
        later(Duration.ofMinutes(119));
        run();
        assertThat(server.requests(feed)).hasSize(1);
        later(Duration.ofMinutes(1));
        server.on(feed, Answer.of(304).with("Cache-Control", "max-age=18000"));
        run();
        later(4);
        run();
        assertThat(server.requests(feed)).hasSize(2);
    }

    @Test
    void theFeedsOwnWishesCount() {
        server.on(feed, rssThatSays("<ttl>240</ttl>", "1").with("ETag", "\"1\""));
        run();
        later(3);
        run();
        assertThat(server.requests(feed)).hasSize(1);
        later(1);
        run();
        assertThat(server.requests(feed)).hasSize(2);
    }

    @Test
    void goneIsGoneUntilTheOperatorAsks() {
        server.on(feed, Answer.of(410));
        run();
        assertThat(told).containsExactly("A is not asked any more: it answered 410 Gone");
        later(24 * 40);
        run();
        assertThat(server.requests(feed)).hasSize(1);

        context.getBean(Sources.class).retry(source().id());
        server.on(feed, rss("1"));
        run();
        assertThat(source().goneSince()).isEmpty();
        assertThat(source().failingSince()).isEmpty();
    }

    @Test
    void failuresBackOffToADayAndComeBackByThemselves() {
        server.on(feed, Answer.of(404));
        run();
        for (int hours = 0; hours < 24 * 5; hours += 3) {
            later(3);
            run();
        }
        assertThat(server.requests(feed)).hasSizeBetween(6, 10);
        assertThat(words()).startsWith("answered 404 Not Found, since ").contains("; next try ");

        server.on(feed, rss("1"));
        later(24);
        assertThat(run()).startsWith("1 of 1 sources, 1 seen");
        assertThat(source().failures()).isZero();
    }

    @Test
    void anAddressHasMovedAfterThreeSightings() {
        String old = "/old" + feed;
        server.on(old, Answer.of(301).with("Location", server.address(feed).toString()));
        server.on(feed, rss("1").with("ETag", "\"new\""));
        for (int i = 0; i < 3; i++) {
            run(digest(old));
            later(1);
        }
        assertThat(server.requests(old)).hasSize(3);
        run(digest(old));
        later(1);
        run(digest(old));
        assertThat(server.requests(old)).hasSize(3);
        assertThat(server.requests(feed)).hasSize(5);
        assertThat(server.requests(feed).get(4).header("If-None-Match")).isEqualTo("\"new\"");

        server.on(feed, Answer.of(404));
        later(1);
        run(digest(old));
        later(2);
        run(digest(old));
        assertThat(server.requests(old)).hasSize(4);
        assertThat(server.requests(old).get(3).headers()).doesNotContainKey("If-none-match");
    }

    @Test
    void aTemporaryRedirectMovesNothing() {
        String old = "/old" + feed;
        server.on(old, Answer.of(302).with("Location", server.address(feed).toString()));
        server.on(feed, rss("1").with("ETag", "\"1\""));
        for (int i = 0; i < 5; i++) {
            run(digest(old));
            later(1);
        }
        assertThat(server.requests(old)).hasSize(5);
    }

    @Test
    void anUnchangedAnswerThatNeverEndsIsCheckedOnceADay() {
        server.on(
                feed,
                request -> request.header("If-None-Match").isEmpty()
                        ? rss("1").with("ETag", "\"stuck\"")
                        : Answer.of(304));
        run();
        for (int hours = 0; hours < 72; hours += 3) {
            later(3);
            run();
        }
        assertThat(server.requests(feed)).hasSize(25);
        assertThat(server.requests(feed).stream()
                        .filter(one -> one.header("If-None-Match").isEmpty()))
                .hasSizeBetween(3, 4);
    }

    @Test
    void newValidatorsOnTheSameBytesAreNoNews() {
        server.on(feed, rss("1").with("ETag", "\"1\""));
        run();
        later(1);
        server.on(feed, rss("1").with("ETag", "\"2\""));
        assertThat(run()).startsWith("1 of 1 sources, 1 seen, 0 new");
        later(1);
        run();
        assertThat(server.requests(feed).get(2).header("If-None-Match")).isEqualTo("\"2\"");
    }

    @Test
    void aBrokenAnswerKeepsTheLastGoodAndCountsAsFailure() {
        server.on(feed, rss("1", "2").with("ETag", "\"good\""));
        run();
        Map<String, String> broken = Map.of(
                "<html><body>Down for maintenance</body></html>",
                "is a web page, not a feed",
                "<rss><channel><title>A</title></channel></rss>",
                "lists nothing any more; it listed 2",
                rss("3", "4", "5").body().substring(0, 800),
                "ends in the middle; what came before counts");
        broken.forEach((body, words) -> {
            told.clear();
            later(24);
            server.on(feed, Answer.ok(body).with("ETag", "\"bad\""));
            run();
            assertThat(told).singleElement().asString().startsWith("A " + words + "; next try ");
        });
        later(24);
        server.on(feed, rss("3", "4", "5"));
        run();
        assertThat(server.requests(feed))
                .last()
                .satisfies(last -> assertThat(last.header("If-None-Match")).isEqualTo("\"good\""));
        assertThat(entries()).isEqualTo(5);
        assertThat(source().failingSince()).isEmpty();
    }

    @Test
    void oneFetchServesTwoDigestsAtTheSameTime() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        server.on(feed, request -> {
            asked.countDown();
            await(go);
            return rss("1");
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<String> first = threads.submit(() -> run(digest(feed)));
        asked.await();
        Future<String> second = threads.submit(() -> run(digest(feed), go::countDown));

        assertThat(List.of(first.get(), second.get()))
                .containsExactlyInAnyOrder(
                        "1 of 1 sources, 1 seen, 1 new",
                        "0 of 1 sources, 0 seen, 0 new; 1 not asked again so soon, what is stored of them counts");
        assertThat(server.requests(feed)).hasSize(1);
        threads.shutdown();
    }

    @Test
    void anArticlePageIsFetchedOnceWhoeverListsIt() {
        String other = feed + "-other";
        server.on(feed, Answer.ok(linking("", "1", "/page" + feed)));
        server.on(other, Answer.ok(linking("", "2", "/page" + feed + "?utm_source=rss")));
        server.on("/page" + feed, Answer.ok(page()));

        run(digest(feed, other));
        assertThat(server.requests("/page" + feed)).hasSize(1);
        later(24);
        run(digest(other));
        assertThat(server.requests("/page" + feed)).hasSize(1);
    }

    @Test
    void anArticlePageThatFailsIsAskedThreeTimesADayApart() {
        server.on(feed, Answer.ok(linking("", "1", "/page" + feed)));
        run();
        for (int hours = 0; hours < 24 * 6; hours += 3) {
            later(3);
            run();
        }
        assertThat(server.requests("/page" + feed)).hasSize(3);
    }

    @Test
    void withTheNetworkDownNobodyIsPunished() {
        URI nowhere = URI.create("http://127.0.0.1:9/feed" + feed);
        URI nowhereElse = URI.create("http://127.0.0.1:9/other" + feed);
        run(digestOf(nowhere, nowhereElse));
        StoredSource source = context.getBean(Sources.class).find(nowhere).orElseThrow();
        assertThat(source.failures()).isZero();
        assertThat(source.mayBeAsked(CLOCK.instant())).isTrue();
        assertThat(told)
                .allSatisfy(words -> assertThat(words).endsWith("refused the connection; next try with the next run"));

        server.on(feed, rss("1"));
        run(digestOf(nowhere, server.address(feed)));
        assertThat(context.getBean(Sources.class).find(nowhere).orElseThrow().failures())
                .isEqualTo(1);
    }

    @Test
    void textThatIsPublishedAgainIsNotNews() {
        server.on(feed, rss("1").with("ETag", "\"1\""));
        run();
        later(24);
        server.on(
                feed,
                Answer.ok(rss("1").body()
                        .replace("id-1", "again")
                        .replace("/1", "/again")
                        .replace(published, "")));

        assertThat(run()).startsWith("1 of 1 sources, 1 seen, 1 new");
        assertThat(articles()).isEqualTo(1);
    }

    @Test
    void aFloodUnderNewIdsIsToldOnceAndHeld() {
        String[] before = {"1", "2", "3", "4", "5", "6"};
        server.on(feed, rss(before));
        run();
        String moved = rss(before)
                .body()
                .replace("id-", "new-")
                .replace(feed + "/", feed + "/new/")
                .replace(published, "");
        server.on(feed, Answer.ok(moved));
        for (int days = 0; days < 2; days++) {
            later(24);
            run();
        }

        assertThat(told)
                .containsExactly(
                        "A lists 6 entries that look old under new ids or addresses. They are held back; let them go"
                                + " with: standfirst sources release \"A\", or leave them out with: standfirst sources drop \"A\"");
        assertThat(articles()).isEqualTo(6);
    }

    @Test
    void aPageThatNoProgramCanReadHoldsNobodyUp() {
        server.on(feed, Answer.ok("<rss><channel>" + item("deep") + item("wide") + item("fine") + "</channel></rss>"));
        server.on(feed + "/deep", Answer.ok("<div>".repeat(90_000) + "Deep down"));
        server.on(feed + "/wide", Answer.ok("<p>Wide</p>".repeat(110_000)));
        server.on(feed + "/fine", Answer.ok(page()));
        run();

        assertThat(articles()).isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from entry where state = 'NEW' and attempts = 1 and problem <> '' and source_id = ?"))
                .isEqualTo(2);
    }

    @Test
    void anEntryWithAnImpossibleDateGoesIntoOneEdition() {
        String dates = rss("1").body().replace(published, "Tue, 1 Jan 2041 05:00:00 GMT")
                + rss("2").body().replace(published, "Thu, 1 Jan 1970 00:00:00 GMT")
                + rss("3").body().replaceAll("<pubDate>.*</pubDate>", "");
        server.on(feed, Answer.ok(dates.replace("</channel></rss><rss version=\"2.0\"><channel><title>A</title>", "")));
        Digest digest = digest(feed);
        run(digest);
        later(24);
        Digest nextDay = digest(feed);
        run(nextDay);

        assertThat(used(digest)).isEqualTo(3);
        assertThat(used(nextDay))
                .as("36 hours count from when they were first seen")
                .isEqualTo(3);
        later(24);
        Digest late = digest(feed);
        run(late);
        assertThat(used(late)).isZero();
    }

    @Test
    void thePageOfASiteIsASourceByTheFeedThatItNames() {
        String rss = feed + "/rss";
        server.on(feed, Answer.ok("<link rel=alternate type=application/rss+xml href=" + rss + "><p>News</p>"));
        server.on(rss, rss("1").with("ETag", "\"1\""));
        for (int i = 0; i < 5; i++) {
            assertThat(run(digestOf(SourceSpec.Kind.PAGE, server.address(feed))))
                    .as("%s", told)
                    .startsWith("1 of 1 sources");
            later(24);
        }

        assertThat(server.requests(feed)).as("asked until its feed is sure").hasSize(3);
        assertThat(server.requests(rss)).hasSize(5);
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void aPageThatWasTakenForAFeedIsAskedAtOnceWhenTheFileCallsItAPage() {
        String site = feed + "/";
        server.on(site, Answer.ok("<html><link rel='alternate' type='application/rss+xml' href='feed'></html>"));
        server.on(site + "feed", rss("1"));
        run(digestOf(SourceSpec.Kind.FEED, server.address(site)));
        assertThat(told).hasSize(1);
        assertThat(run(digestOf(SourceSpec.Kind.PAGE, server.address(site))))
                .startsWith("1 of 1 sources, 1 seen, 1 new");
    }

    @Test
    void aFeedThatAPageNamesIsNotAskedBeforeItSays() {
        String site = feed + "/";
        server.on(site, Answer.ok("<html><link rel='alternate' type='application/rss+xml' href='feed'></html>"));
        server.on(site + "feed", Answer.of(429).with("Retry-After", "10800"));
        Digest page = digestOf(SourceSpec.Kind.PAGE, server.address(site));
        run(page);
        later(2);
        run(page);
        assertThat(server.requests(site + "feed")).hasSize(1);
        later(1);
        run(page);
        assertThat(server.requests(site + "feed")).hasSize(2);
    }

    @Test
    void anIndexOfSitemapsIsReadOn() {
        server.on(feed, Answer.ok("""
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>%1$s/a.xml</loc></sitemap><sitemap><loc>%1$s/b.xml</loc></sitemap></sitemapindex>""".formatted(server.address(feed))));
        server.on(feed + "/a.xml", Answer.ok("""
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>%s/1</loc><lastmod>%s</lastmod></url></urlset>""".formatted(server.address(feed), CLOCK.instant())));

        assertThat(run(digestOf(SourceSpec.Kind.SITEMAP, server.address(feed))))
                .startsWith("1 of 1 sources, 1 seen, 1 new");
        assertThat(told).containsExactly("A: " + server.address(feed) + "/b.xml answered 404 Not Found");
    }

    @Test
    void aListOnTheWebIsReadOnFeedByFeed() {
        server.on(
                feed,
                Answer.ok("<opml><body><outline xmlUrl='%1$s/a'/><outline xmlUrl='%1$s/b'/></body></opml>"
                        .formatted(server.address(feed))));
        server.on(feed + "/a", rss("1"));
        server.on(feed + "/b", rss("2"));

        assertThat(run(digestOf(SourceSpec.Kind.OPML, server.address(feed))))
                .startsWith("1 of 1 sources, 2 seen, 2 new");
    }

    @Test
    void anArticlePageIsReadWhereItsSiteAllowsIt() {
        String site = server.address("").toString().replace("127.0.0.1", "localhost");
        server.on("/robots.txt", Answer.ok("User-agent: standfirst\nDisallow: " + feed + "/no"));
        server.on(
                feed,
                Answer.ok(linking("", "1", "/x").replace(server.address("/x").toString(), site + feed + "/no")));
        server.on(feed + "/no", Answer.ok(page()));
        run();
        assertThat(server.requests(feed + "/no")).isEmpty();

        server.on(
                feed,
                Answer.ok(linking("", "2", "/x").replace(server.address("/x").toString(), site + feed + "/yes")));
        server.on(feed + "/yes", Answer.ok(page()));
        later(24);
        run();
        assertThat(server.requests(feed + "/yes")).hasSize(1);
        assertThat(articles()).isEqualTo(1);
    }

    @Test
    void anArticleInSeveralPagesIsReadOn() {
        server.on(feed, Answer.ok(linking("", "1", feed + "/story")));
        server.on(feed + "/story", Answer.ok(page() + "<a href='" + feed + "/story/2'>2</a>"));
        server.on(
                feed + "/story/2",
                Answer.ok(page().replace("Wednesday", "Thursday").replace("three weeks", "a month")));
        run();

        assertThat(server.requests(feed + "/story/2")).hasSize(1);
        assertThat(context.getBean(JdbcClient.class)
                        .sql("select body_text from article where address like ?")
                        .param("%" + feed + "/story")
                        .query(String.class)
                        .single())
                .contains("on Wednesday", "three weeks", "on Thursday", "a month");
    }

    private long used(Digest digest) {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from edition_article where digest = ?")
                .param(digest.name())
                .query(Long.class)
                .single();
    }

    private String item(String name) {
        return "<item><guid>%s</guid><title>A page that is %s</title><link>%s/%s</link></item>"
                .formatted(name, name, server.address(feed), name);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void later(int hours) {
        later(Duration.ofHours(hours));
    }

    private static void later(Duration by) {
        CLOCK.move(by);
    }

    private String when(int hours) {
        return new SourceWords(CLOCK.instant(), ZoneOffset.UTC)
                .when(CLOCK.instant().plus(Duration.ofHours(hours)));
    }

    private String words() {
        return new SourceWords(CLOCK.instant(), ZoneOffset.UTC).health(source());
    }

    private StoredSource source() {
        return context.getBean(Sources.class).find(server.address(feed)).orElseThrow();
    }

    private long entries() {
        return count("select count(*) from entry where source_id = ?");
    }

    private long articles() {
        return count("select count(*) from article a join entry e on e.id = a.id where e.source_id = ?");
    }

    private long count(String sql) {
        return context.getBean(JdbcClient.class)
                .sql(sql)
                .param(source().id())
                .query(Long.class)
                .single();
    }

    /** Runs a digest of this test's feed, and gives what Collect says of itself. */
    private String run() {
        return run(digest(feed));
    }

    private String run(Digest digest) {
        return run(digest, () -> {});
    }

    private String run(Digest digest, Runnable started) {
        List<String> facts = new ArrayList<>();
        context.getBean(Runs.class).preview(new RunRequest(digest, LocalDate.of(2026, 11, 18)), new RunListener() {
            @Override
            public void stepStarted(RunStep step) {
                started.run();
            }

            @Override
            public void stepDone(RunStep step, String words, Duration took) {
                if (step == RunStep.COLLECT) {
                    facts.add(words);
                }
            }

            @Override
            public void problem(RunStep step, String problem) {
                if (step == RunStep.COLLECT) {
                    told.add(problem);
                }
            }
        });
        return facts.get(0);
    }

    private static Digest digest(String... feeds) {
        return digestOf(Arrays.stream(feeds).map(server::address).toArray(URI[]::new));
    }

    /** Every one has a name of its own, so that each run is the first of its edition. */
    private static Digest digestOf(URI... feeds) {
        return digestOf(SourceSpec.Kind.FEED, feeds);
    }

    private static Digest digestOf(SourceSpec.Kind kind, URI... locations) {
        List<SourceSpec> sources = new ArrayList<>();
        for (URI location : locations) {
            String name = String.valueOf((char) ('A' + sources.size()));
            sources.add(new SourceSpec(name, kind, location, ""));
        }
        String name = "d" + UUID.randomUUID().toString().substring(0, 8);
        return new Digest(
                name,
                "Morning Brief",
                Locale.ENGLISH,
                sources,
                new Schedule(LocalTime.of(7, 0), ZoneId.of("UTC"), Days.DAILY),
                Optional.of(Duration.ofHours(36)),
                new Digest.Length(12, 3, 3, 1, 5),
                Selection.ANY,
                new Digest.Audience(List.of(name), Optional.empty()),
                new Digest.Sender("Morning Brief", "brief@standfirst.example", Optional.empty(), ""),
                "edition",
                true);
    }

    private Answer rss(String... ids) {
        return rssThatSays("", ids);
    }

    /** A feed whose entries hold their text, and whose pages are not there. */
    private Answer rssThatSays(String channel, String... ids) {
        StringBuilder items = new StringBuilder();
        for (String id : ids) {
            items.append("""
                    <item><guid>id-%s</guid><title>About matter number %s of the harbour</title><link>%s/%s</link>
                    <pubDate>%s</pubDate>
                    <description>The harbour office of matter %s said on Wednesday that the eastern quay stays closed
                    until the dredger has finished its work, and that the ferries leave from the mole.</description></item>
                    """.formatted(id, id, server.address(feed), id, published, id));
        }
        return Answer.ok("<rss version=\"2.0\"><channel><title>A</title>" + channel + items + "</channel></rss>");
    }

    private static String linking(String channel, String id, String page) {
        return "<rss><channel><title>A</title>%s<item><guid>%s</guid><title>The long quay</title><link>%s</link></item></channel></rss>"
                .formatted(channel, id, server.address(page.replaceAll("\\?.*", "")) + page.replaceAll("^[^?]*", ""));
    }

    private static String page() {
        return """
                <html><head><title>The long quay</title></head><body><article><h1>The long quay</h1>
                <p>The harbour office said on Wednesday that the eastern quay stays closed until the dredger has
                finished its work, and that the ferries leave from the mole until then.</p>
                <p>The work takes three weeks, the office said, or four if the weather turns, and costs two million
                crowns, of which the port pays half and the county the rest.</p></article></body></html>""";
    }
}
