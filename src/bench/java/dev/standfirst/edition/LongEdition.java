package dev.standfirst.edition;

import dev.standfirst.bench.InventedText;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.story.Story.Coverage;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An edition of twenty invented stories, which makes a mail of about 40 KB. */
public final class LongEdition {

    private static final int STORIES = 20;
    private static final int SENTENCES = 12;
    private static final String[] ENDINGS =
            "ave bur cill dorn elm fax gost hale iver jun kesh lorn mave nott orr pell quin rusk storn tave".split(" ");

    private final Digest digest;
    private final RenderedEdition rendered;

    /**
     * Renders one, by the program's own parts.
     *
     * @param name of the digest
     * @param list who gets it
     */
    public LongEdition(ApplicationContext program, String name, String list) {
        Clock clock = program.getBean(Clock.class);
        digest = digest(name, list);
        Picks picks = new Picker(digest, clock.instant(), List.of()).pick(articles(), List.of());
        rendered = program.getBean(EditionRenderer.class)
                .render(digest, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), picks, Heading.MADE, List.of());
    }

    public Digest digest() {
        return digest;
    }

    public RenderedEdition rendered() {
        return rendered;
    }

    /** Freezes it, without what was decided for it. */
    public long freeze(ApplicationContext program) {
        LocalDate date = rendered.edition().date();
        program.getBean(JdbcClient.class)
                .sql("""
                insert into edition (digest, local_date, composed_at, title, subject, preheader, stories, articles,
                                     html, body_text)
                values (:digest, :date, :now, 'Measured Brief', :subject, '', :stories, :stories, :html, :text)
                """)
                .param("digest", digest.name())
                .param("date", date)
                .param("now", program.getBean(Clock.class).instant().atOffset(ZoneOffset.UTC))
                .param("subject", rendered.edition().subject())
                .param("stories", STORIES)
                .param("html", rendered.html())
                .param("text", rendered.text())
                .update();
        Editions editions = program.getBean(Editions.class);
        long id = editions.find(digest.name(), date).orElseThrow().id();
        editions.sign(id, rendered.imprint());
        return id;
    }

    private static List<Coverage> articles() {
        return LongStream.rangeClosed(1, STORIES)
                .mapToObj(id -> {
                    InventedText text = new InventedText(id);
                    return Coverages.of(
                            id,
                            "Paper " + id,
                            "",
                            inDialect((int) id, text.headline()),
                            inDialect((int) id, text.sentences(SENTENCES)));
                })
                .toList();
    }

    /** Each article in words of its own, so that no two of them tell one story. */
    private static String inDialect(int id, String text) {
        String ending = ENDINGS[id % ENDINGS.length];
        return text.replaceAll("\\b(?!office|while|crowns)([A-Za-z]{4,})\\b", "$1" + ending);
    }

    private static Digest digest(String name, String list) {
        return new Digest(
                name,
                "Measured Brief",
                Locale.ENGLISH,
                List.of(new SourceSpec("A", SourceSpec.Kind.FEED, URI.create("https://a.example/"), "")),
                new Schedule(LocalTime.MIDNIGHT, ZoneId.of("UTC"), Days.DAILY),
                Optional.empty(),
                new Digest.Length(STORIES, 5, 5, 5, 3),
                Selection.ANY,
                new Digest.Audience(List.of(list), Optional.empty()),
                new Digest.Sender(
                        "Measured Brief", "brief@brief.example", Optional.empty(), "12 Rope Walk, Port Averil"),
                "edition",
                false);
    }
}
