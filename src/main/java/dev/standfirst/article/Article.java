package dev.standfirst.article;

import dev.standfirst.source.Entry;
import dev.standfirst.text.Sentence;
import dev.standfirst.text.TextFragment;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a page, and what the page says about it.
 *
 * @param address the page's own public address (canonical link where the page names a credible one), without tracking
 *     parameters; a file address where the page was read from a file and names no public one
 * @param title plain text; may be empty
 * @param byline names of the authors, comma separated, plain text; may be empty
 * @param published when it came out, or null where nothing says so
 * @param day the day on which it came out where its outlet is, as its page shows it; an article read back from the
 *     database has the day in UTC; null where {@code published} is
 * @param language primary language, or {@link Locale#ROOT} where it is unknown
 * @param site name of the outlet as the page gives it; may be empty
 * @param excerpt what the page says the article is about, one plain line; may be empty
 * @param image address of the lead image, or null
 * @param text plain text, one block a line ({@code \n}), without title and byline; the text that sentence offsets count
 *     in
 * @param html the same blocks as safe HTML: sanitised, absolute links
 * @param fullText false where only the feed's own text, or the lines before a pay wall, were to be had
 * @param echoes what its page shows besides, before the text ends, in words of the text: one block a line; may be empty
 * @param categories what it is filed under, as its feed and its page say; each once
 */
public record Article(
        URI address,
        String title,
        String byline,
        @Nullable Instant published,
        @Nullable LocalDate day,
        Locale language,
        String site,
        String excerpt,
        @Nullable URI image,
        String text,
        String html,
        boolean fullText,
        String echoes,
        List<String> categories) {

    public Article {
        categories = List.copyOf(categories);
    }

    /**
     * An article that is filed under nothing, and of which only the moment is known, not the day where its outlet is,
     * and nothing else of its page.
     */
    public Article(
            URI address,
            String title,
            String byline,
            @Nullable Instant published,
            Locale language,
            String site,
            String excerpt,
            @Nullable URI image,
            String text,
            String html,
            boolean fullText) {
        this(
                address,
                title,
                byline,
                published,
                utc(published),
                language,
                site,
                excerpt,
                image,
                text,
                html,
                fullText,
                "",
                List.of());
    }

    private static @Nullable LocalDate utc(@Nullable Instant published) {
        return published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
    }

    /** The fragment of a link to one of its sentences: what its page shows besides must not be taken for it. */
    public String fragment(Sentence sentence) {
        return TextFragment.of(text, sentence, title + "\n" + echoes);
    }

    /** The same, with what the feed says where the page says nothing. */
    Article completedBy(Entry entry) {
        return new Article(
                address,
                title.isEmpty() ? entry.title() : title,
                byline.isEmpty() ? entry.author() : byline,
                published == null ? entry.published() : published,
                published == null ? utc(entry.published()) : day,
                language,
                site,
                excerpt,
                image,
                text,
                html,
                fullText,
                echoes,
                both(entry.categories(), categories));
    }

    private static List<String> both(List<String> one, List<String> other) {
        Set<String> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }
}
