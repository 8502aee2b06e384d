package dev.standfirst.summary;

import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Sentence;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The key sentences of stored articles, kept as spans of their texts. */
@Repository
public class Summaries {

    private final JdbcClient jdbc;

    Summaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Numbers of the next articles that have no summary yet. */
    public List<Long> pending(long afterId, int limit) {
        return jdbc.sql("select id from article where summarised = false and id > ? order by id limit ?")
                .params(afterId, limit)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** How many articles have no summary yet. */
    public long countPending() {
        return jdbc.sql("select count(*) from article where summarised = false")
                .query(Long.class)
                .single();
    }

    /** Keeps the summary of an article, in place of an earlier one. */
    @Transactional
    public void store(long articleId, Summary summary) {
        jdbc.sql("delete from key_sentence where article_id = ?")
                .param(articleId)
                .update();
        int position = 0;
        for (KeySentence key : summary.sentences()) {
            jdbc.sql("insert into key_sentence (article_id, position, from_char, to_char, paragraph, score)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            articleId,
                            position++,
                            key.sentence().from(),
                            key.sentence().to(),
                            key.sentence().paragraph(),
                            key.score())
                    .update();
        }
        jdbc.sql("update article set summarised = true where id = ?")
                .param(articleId)
                .update();
    }

    /**
     * The summary of an article.
     *
     * @param articleText the article's text, in which the spans count
     */
    public Summary find(long articleId, String articleText) {
        return new Summary(jdbc.sql("select * from key_sentence where article_id = ? order by position")
                .param(articleId)
                .query((row, number) -> {
                    int from = row.getInt("from_char");
                    int to = row.getInt("to_char");
                    Sentence sentence =
                            new Sentence(articleText.substring(from, to), from, to, row.getInt("paragraph"));
                    return new KeySentence(sentence, row.getDouble("score"));
                })
                .list());
    }
}
