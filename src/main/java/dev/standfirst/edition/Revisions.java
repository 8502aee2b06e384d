package dev.standfirst.edition;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes of editions that wait for a decision. */
@Repository
public class Revisions {

    /** Whoever comes second finds another number there, or another state, and changes nothing. */
    private static final String CHANGE = """
            update edition set subject = :subject, preheader = :preheader, stories = :stories, articles = :articles,
                   html = :html, body_text = :text, page_html = :page, own_subject = :ownSubject,
                   own_preheader = :ownPreheader, revision = revision + 1
            where id = :id and revision = :basedOn and approval = 'WAITING' and lapse_at > :now
            """;

    /** What is written anew. Variants are the last: rows of the ledger name them, and are gone before. */
    private static final List<String> PARTS = List.of(
            "edition_article",
            "edition_candidate",
            "edition_story",
            "edition_source",
            "edition_check",
            "edition_variant");

    private final JdbcClient jdbc;
    private final Editions editions;
    private final ApprovalRecords records;
    private final Clock clock;

    Revisions(JdbcClient jdbc, Editions editions, ApprovalRecords records, Clock clock) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.records = records;
        this.clock = clock;
    }

    /**
     * What is known of changes of an edition.
     *
     * @param number how often it was changed
     * @param heading subject and preheader, where somebody wrote them
     */
    public record Known(int number, Heading heading) {}

    /** Those of an edition that is there. */
    public Known of(long edition) {
        return jdbc.sql("select revision, own_subject, own_preheader from edition where id = ?")
                .param(edition)
                .query((row, number) -> new Known(row.getInt(1), new Heading(row.getString(2), row.getString(3))))
                .single();
    }

    /**
     * Puts an edition in the place of what it was. Its audience and their variants are frozen anew afterwards: no row
     * of the ledger is left of it. Joins the caller's transaction.
     *
     * @return false where it does not wait any more, or was changed meanwhile; nothing is changed then
     */
    public boolean replace(long id, RenderedEdition rendered, Revision revision) {
        if (!change(id, rendered, revision)) {
            return false;
        }
        PARTS.forEach(part -> jdbc.sql("delete from " + part + " where edition_id = ?")
                .param(id)
                .update());
        editions.fill(id, rendered);
        String what = "%d stories, %s"
                .formatted(rendered.edition().items().size(), rendered.edition().subject());
        records.keep(id, new ApprovalLine(clock.instant(), ApprovalLine.Act.CHANGED, revision.who(), what));
        return true;
    }

    private boolean change(long id, RenderedEdition rendered, Revision revision) {
        Edition edition = rendered.edition();
        return jdbc.sql(CHANGE)
                        .param("subject", edition.subject())
                        .param("preheader", edition.preheader())
                        .param("stories", edition.items().size())
                        .param("articles", edition.articles())
                        .param("html", rendered.html())
                        .param("text", rendered.text())
                        .param("page", rendered.page())
                        .param("ownSubject", rendered.heading().subject())
                        .param("ownPreheader", rendered.heading().preheader())
                        .param("id", id)
                        .param("basedOn", revision.basedOn())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
