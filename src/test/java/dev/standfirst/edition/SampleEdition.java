package dev.standfirst.edition;

import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.template.TemplateRenderer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An edition of seven stories under four topics, for tests of what people choose of it. */
public final class SampleEdition {

    public static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    public static final Instant NOW = Instant.parse("2026-11-18T06:00:10Z");

    private static final List<Coverage> ARTICLES = List.of(
            Coverages.of(
                    1,
                    "Harbour Times",
                    "Coast",
                    "Council approves tidal barrage at Port Averil",
                    "The council of Port Averil approved a tidal barrage worth 640 million crowns on Tuesday night."),
            Coverages.of(
                    2,
                    "Stage Weekly",
                    "Culture",
                    "Opera house opens its roof to the public",
                    "Visitors may walk the copper roof of the opera house on the first Sunday of every month."),
            Coverages.of(
                    3,
                    "Field Notes",
                    "Science",
                    "A reef without sunlight",
                    "A survey ship has mapped a cold-water reef of 2,400 square kilometres on the northern shelf."),
            Coverages.of(
                    4,
                    "Morgenbote",
                    "Science",
                    "Kleine Satelliten melden Waldbrände",
                    "Ein Schwarm aus 16 kleinen Satelliten hat im Sommer Waldbrände nach sieben Minuten gemeldet.",
                    Locale.GERMAN),
            Coverages.of(
                    5,
                    "Northwind News",
                    "Coast",
                    "Two ferries return to the southern line",
                    "The ferries that were laid up in March sail again between the islands from Monday on."),
            Coverages.of(
                    6,
                    "Paper Lantern",
                    "Culture",
                    "A library lends out its paintings",
                    "Anybody with a card may hang one of 300 paintings at home for the length of a season."),
            Coverages.of(
                    7,
                    "City Ledger",
                    "",
                    "Night buses will run every ten minutes",
                    "From December on the night buses between station and harbour leave every ten minutes."));

    private SampleEdition() {}

    /** Its digest, due at 07:00 in Berlin on weekdays. */
    public static Digest digest(String... lists) {
        return new Digest(
                "brief",
                "Morning Brief",
                Locale.ENGLISH,
                List.of(source("A", "Coast"), source("B", "Science"), source("C", "Culture")),
                new Schedule(LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"), Days.WEEKDAYS),
                Optional.empty(),
                new Digest.Length(12, 2, 3, 1, 1),
                Selection.ANY,
                new Digest.Audience(List.of(lists), Optional.empty()),
                new Digest.Sender(
                        "Morning Brief", "brief@brief.example", Optional.empty(), "12 Rope Walk, Port Averil"),
                "edition",
                true);
    }

    public static RenderedEdition rendered(Digest digest) {
        Picks picks = new Picker(digest, NOW, List.of()).pick(ARTICLES, List.of());
        return renderer().render(digest, DATE, picks, Heading.MADE, List.of());
    }

    /** The frozen edition of a date, without what was decided for it. */
    public static long freeze(JdbcClient jdbc, RenderedEdition rendered, LocalDate date, Clock clock) {
        jdbc.sql("""
                insert into edition (digest, local_date, composed_at, title, subject, preheader, stories, articles,
                                     html, body_text)
                values ('brief', :date, :now, 'Morning Brief', :subject, '', 7, 7, :html, :text)
                """)
                .param("date", date)
                .param("now", clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .param("subject", rendered.edition().subject())
                .param("html", rendered.html())
                .param("text", rendered.text())
                .update();
        Editions editions = editions(jdbc, clock);
        long id = editions.find("brief", date).orElseThrow().id();
        editions.sign(id, rendered.imprint());
        return id;
    }

    public static Editions editions(JdbcClient jdbc, Clock clock) {
        return new Editions(jdbc, new Decisions(jdbc, new JdbcTemplate()), clock);
    }

    public static Variants variants(JdbcClient jdbc) {
        return new Variants(jdbc, renderer());
    }

    private static EditionRenderer renderer() {
        return new EditionRenderer(
                new TemplateRenderer(Path.of("no-such-folder")),
                new EditionSettings(URI.create("https://brief.example")),
                new Copies(id -> "signed"));
    }

    private static SourceSpec source(String name, String topic) {
        return new SourceSpec(name, SourceSpec.Kind.FEED, URI.create("https://" + name + ".example/"), topic);
    }
}
