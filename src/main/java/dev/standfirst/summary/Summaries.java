package dev.standfirst.summary;

import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Sentence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
     * The summaries of articles, each empty where none of its sentences could stand alone.
     *
     * @param texts of the articles, by number; the spans count in them
     * @return a summary for every one of them, by number
     */
    public Map<Long, Summary> find(Map<Long, String> texts) {
        Map<Long, List<KeySentence>> found = new HashMap<>();
        texts.keySet().forEach(id -> found.put(id, new ArrayList<>()));
        jdbc.sql("select * from key_sentence where article_id in (:ids) order by article_id, position")
                .param("ids", texts.keySet())
                .query(row -> {
                    long id = row.getLong("article_id");
                    found.getOrDefault(id, new ArrayList<>()).add(keySentence(row, texts.getOrDefault(id, "")));
                });
        Map<Long, Summary> summaries = new HashMap<>();
        found.forEach((id, sentences) -> summaries.put(id, new Summary(sentences)));
        return summaries;
    }

    private static KeySentence keySentence(ResultSet row, String text) throws SQLException {
        int from = row.getInt("from_char");
        int to = row.getInt("to_char");
        return new KeySentence(
                new Sentence(text.substring(from, to), from, to, row.getInt("paragraph")), row.getDouble("score"));
    }
}
