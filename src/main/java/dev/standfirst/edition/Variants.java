package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** Editions as people chose them. Each is rendered once, when its edition is frozen, however many people get it. */
@Repository
public class Variants {

    private final JdbcClient jdbc;
    private final EditionRenderer renderer;

    Variants(JdbcClient jdbc, EditionRenderer renderer) {
        this.jdbc = jdbc;
        this.renderer = renderer;
    }

    /**
     * Makes the variants of an edition while it is being frozen.
     *
     * @param edition its number
     * @param failedSources sources that could not be read, each with the reason, in a language
     */
    public VariantPress press(
            long edition, RenderedEdition rendered, Digest digest, Function<Locale, List<String>> failedSources) {
        return new VariantPress(edition, rendered, digest, failedSources, this, renderer);
    }

    /** A variant by its number. */
    public Optional<StoredVariant> find(long id) {
        return jdbc.sql("select * from edition_variant where id = ?")
                .param(id)
                .query(Variants::variant)
                .optional();
    }

    /** Keeps one. Joins the caller's transaction. */
    long store(long edition, BitSet stories, Locale language, RenderedExcerpt rendered) {
        KeyHolder id = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into edition_variant (edition_id, stories, language, subject, preheader, comes, html, body_text)
                values (:edition, :stories, :language, :subject, :preheader, :comes, :html, :text)
                """)
                .param("edition", edition)
                .param("stories", stories.stream().mapToObj(Integer::toString).collect(Collectors.joining(" ")))
                .param("language", language.toLanguageTag())
                .param("subject", rendered.edition().subject())
                .param("preheader", rendered.edition().preheader())
                .param("comes", rendered.comes())
                .param("html", rendered.html())
                .param("text", rendered.text())
                .update(id, "id");
        return Objects.requireNonNull(id.getKey(), "every row has a number").longValue();
    }

    private static StoredVariant variant(ResultSet row, int number) throws SQLException {
        return new StoredVariant(
                row.getLong("id"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("subject"),
                row.getString("comes"),
                row.getString("html"),
                row.getString("body_text"));
    }
}
