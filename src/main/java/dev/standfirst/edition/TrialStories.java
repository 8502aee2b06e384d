package dev.standfirst.edition;

import dev.standfirst.article.Article;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summarizer;
import dev.standfirst.summary.SummaryLength;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Invented articles that show a template what may come: the usual, and the odd. */
final class TrialStories {

    /** What nobody but a tester calls an article; it must never reach a mail as it is. */
    static final String HOSTILE = "<script>alert(1)</script>";

    static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");

    private static final int MANY = 40;

    private TrialStories() {}

    /** A digest that nobody has, for where there is none to be read. */
    static Digest digest() {
        return new Digest(
                "sample",
                "Morning Brief",
                Locale.ENGLISH,
                List.of(new SourceSpec(
                        "Harbour Times", SourceSpec.Kind.FEED, URI.create("https://harbour.example/"), "Coast")),
                new Schedule(LocalTime.of(7, 0), ZoneOffset.UTC, Days.WEEKDAYS),
                Optional.empty(),
                new Digest.Length(12, 3, 3, 1, 2),
                Selection.ANY,
                new Digest.Audience(List.of("sample"), Optional.empty()),
                new Digest.Sender(
                        "Morning Brief", "brief@brief.example", Optional.empty(), "12 Rope Walk, Port Averil"),
                "edition",
                true);
    }

    static List<Coverage> usual() {
        return List.of(
                article(1, "Harbour Times", "Council approves tidal barrage at Port Averil", """
                        The council of Port Averil approved a tidal barrage worth 640 million crowns on Tuesday night.
                        The vote was 34 to 19, with two members absent from the hall."""),
                article(2, "Northwind News", "Port Averil votes for tidal barrage", """
                        Port Averil has voted to build a tidal barrage that will draw power from the river mouth.
                        Three members of the council changed sides in the last hour of the debate."""),
                article(3, "Field Notes", "A reef without sunlight", """
                        A survey ship has mapped a cold-water reef of 2,400 square kilometres on the northern shelf."""),
                article(4, "Stage Weekly", "Opera house opens its roof to the public", """
                        Visitors may walk the copper roof of the opera house on the first Sunday of every month."""),
                article(5, "City Ledger", "Night buses will run every ten minutes", """
                        From December on the night buses between station and harbour leave every ten minutes."""));
    }

    static List<Coverage> one() {
        return usual().subList(2, 3);
    }

    /** Headlines longer than any mail shows, with a word that no line holds. */
    static List<Coverage> longHeadlines() {
        String headline = "The commission for harbours, rivers and coasts asks once more whether the barrage at Port"
                + " Averil, which was approved in spring, may be built before the court has heard all who object to it";
        return List.of(
                article(1, "The Quarterly Review of Harbours, Rivers and Coasts of the North", headline, """
                        The commission for harbours asks whether the barrage may be built before the court has spoken."""),
                article(
                        2,
                        "Wortblatt",
                        "Donaudampfschifffahrtsgesellschaftskapitänsversammlungsbeschluss".repeat(2),
                        """
                        Die Kapitäne haben in ihrer Versammlung beschlossen, den Fahrplan vom Dezember an zu ändern."""));
    }

    static List<Coverage> rightToLeft() {
        return List.of(
                article(
                        1,
                        "Sahel Post",
                        "قطار الليل يعود في مارس",
                        "تعود قطارات الليل إلى الساحل الجنوبي في الرابع عشر من مارس بعد توقف دام خمس سنوات كاملة.",
                        Locale.forLanguageTag("ar")),
                article(2, "Kita Shimbun", "夜行列車が三月に戻る", "南海岸への夜行列車は三月十四日に運行を再開する。寝台の数は以前の二倍になる。", Locale.JAPANESE),
                usual().get(0));
    }

    /** Text that wants to be taken for markup, and an article of which little is known. */
    static List<Coverage> hostile() {
        return List.of(
                article(1, "Evil & \"Sons\" <b>", "A reef " + HOSTILE + " without sunlight", """
                        A survey ship has mapped <img src=x onerror=alert(1)> a reef of 2,400 square kilometres there."""),
                article(2, "Quiet Gazette", "A note", "Too short."));
    }

    /** As many as an edition can have. */
    static List<Coverage> many() {
        List<Coverage> many = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            String name = "Place" + (char) ('A' + i % 26) + (char) ('a' + i / 2);
            many.add(article(
                    i,
                    "Outlet " + i,
                    "Something new happened in " + name + " " + i,
                    "In %s people number %d met to talk about thing number %d until nightfall."
                            .formatted(name, i, i * 7)));
        }
        return many;
    }

    private static Coverage article(long id, String outlet, String title, String text) {
        return article(id, outlet, title, text, Locale.ENGLISH);
    }

    private static Coverage article(long id, String outlet, String title, String text, Locale language) {
        Instant seen = NOW.minusSeconds(3600 + id * 60);
        Article article = new Article(
                URI.create("https://news%d.example/a-story".formatted(id)),
                title,
                id % 2 == 0 ? "Ann Lee" : "",
                id % 4 == 0 ? null : seen,
                language,
                outlet,
                "",
                null,
                text,
                "",
                id % 3 != 0);
        return new Coverage(
                id,
                article,
                Summarizer.summarise(article, SummaryLength.of(3)),
                outlet,
                id % 2 == 0 ? "Coast" : "",
                seen);
    }
}
