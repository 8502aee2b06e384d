package dev.standfirst.article;

import dev.standfirst.source.Categories;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The extracted articles; each has the number of its entry. */
@Repository
public class Articles {

    private static final Instant BEFORE_THE_WEB = Instant.parse("1995-01-01T00:00:00Z");

    private final JdbcClient jdbc;

    Articles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the article of an entry.
     *
     * @param fingerprint of its text
     */
    public void store(long entryId, Article article, long fingerprint) {
        jdbc.sql("""
                insert into article (id, address, title, byline, published, language, site, excerpt, image,
                                     body_text, body_html, full_text, categories, fingerprint, echoes)
                values (:id, :address, :title, :byline, :published, :language, :site, :excerpt, :image,
                        :text, :html, :full, :categories, :fingerprint, :echoes)
                """)
                .param("id", entryId)
                .param("address", cut(article.address().toString(), 4000))
                .param("title", cut(article.title(), 2000))
                .param("byline", cut(article.byline(), 1000))
                .param("published", utc(credible(article.published())))
                .param("language", article.language().toLanguageTag())
                .param("site", cut(article.site(), 500))
                .param("excerpt", cut(article.excerpt(), 4000))
                .param(
                        "image",
                        article.image() == null ? "" : cut(article.image().toString(), 4000))
                .param("text", article.text())
                .param("html", article.html())
                .param("full", article.fullText())
                .param("categories", Categories.line(article.categories()))
                .param("fingerprint", fingerprint)
                .param("echoes", article.echoes())
                .update();
    }

    /** An article by its number. */
    public Optional<Article> find(long id) {
        return jdbc.sql("select * from article where id = ?")
                .param(id)
                .query(Articles::article)
                .optional();
    }

    /** Reads an article from a row that holds the columns of its table. */
    public static Article article(ResultSet row, int number) throws SQLException {
        String image = row.getString("image");
        OffsetDateTime published = row.getObject("published", OffsetDateTime.class);
        Instant moment = published == null ? null : published.toInstant();
        return new Article(
                URI.create(row.getString("address")),
                row.getString("title"),
                row.getString("byline"),
                moment,
                moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("site"),
                row.getString("excerpt"),
                image.isEmpty() ? null : URI.create(image),
                row.getString("body_text"),
                row.getString("body_html"),
                row.getBoolean("full_text"),
                row.getString("echoes"),
                Categories.of(row.getString("categories")));
    }

    /** Pages whose clock was never set say 1970. */
    private static @Nullable Instant credible(@Nullable Instant published) {
        return published == null || published.isBefore(BEFORE_THE_WEB) ? null : published;
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
