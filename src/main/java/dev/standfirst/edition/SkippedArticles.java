package dev.standfirst.edition;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What becomes of the articles of editions that are skipped. Joins the caller's transaction. */
@Repository
class SkippedArticles {

    private final JdbcClient jdbc;

    SkippedArticles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Frees the articles of an edition, so that the next edition of its digest may tell them. */
    void free(long edition) {
        jdbc.sql("""
                insert into skipped_article (edition_id, article_id, story)
                select edition_id, article_id, story from edition_article where edition_id = ?
                """).param(edition).update();
        jdbc.sql("delete from edition_article where edition_id = ?")
                .param(edition)
                .update();
    }

    /**
     * Gives an edition its articles back, where they were freed.
     *
     * @return false where another edition has one of them; the transaction is spoiled then
     */
    boolean takeBack(long edition) {
        try {
            jdbc.sql("""
                    insert into edition_article (digest, article_id, edition_id, story)
                    select e.digest, s.article_id, e.id, s.story
                    from skipped_article s join edition e on e.id = s.edition_id where e.id = ?
                    """).param(edition).update();
        } catch (DuplicateKeyException e) {
            return false;
        }
        jdbc.sql("delete from skipped_article where edition_id = ?")
                .param(edition)
                .update();
        return true;
    }
}
