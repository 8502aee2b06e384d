package dev.standfirst.edition;

import dev.standfirst.source.ListedEntry;
import dev.standfirst.text.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an edition tells an article, or does not.
 *
 * @param entry how it was listed, and what became of that
 * @param text what was read of it; empty where nothing was
 * @param stories how many stories the edition was chosen from
 * @param decision what was decided when the edition was composed; empty where the article was not looked at
 * @param others the other articles of its story
 * @param because why it was not looked at; nothing where it was
 */
public record Explanation(
        ListedEntry entry,
        Optional<Text> text,
        int stories,
        Optional<Decision> decision,
        List<Decision> others,
        Fact because) {

    public Explanation {
        others = List.copyOf(others);
    }

    /** Why it was not looked at, in English; empty where it was. */
    public String otherwise() {
        return because.english();
    }

    /** When the article came out, as the edition took it: as its page says, else when it was listed first. */
    public Instant cameOut() {
        if (text.isEmpty()) {
            return entry.dated();
        }
        Instant published = text.get().published();
        return published == null || published.isAfter(entry.firstSeen()) ? entry.firstSeen() : published;
    }

    /** The headline as far as we have one. */
    public String headline() {
        return text.map(Text::title).filter(title -> !title.isBlank()).orElse(entry.title());
    }

    /**
     * What was read of an article.
     *
     * @param title of its page
     * @param published as the page says; null where it says nothing
     * @param words how many
     * @param language of it; {@link Locale#ROOT} where it is unknown
     * @param whole false where only the feed's own text, or the lines before a pay wall, were to be had
     * @param categories what it is filed under
     */
    public record Text(
            String title,
            @Nullable Instant published,
            int words,
            Locale language,
            boolean whole,
            List<String> categories) {

        public Text {
            categories = List.copyOf(categories);
        }
    }
}
