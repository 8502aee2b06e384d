package dev.standfirst.edition;

import dev.standfirst.source.ListedEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an edition tells an article, or does not.
 *
 * @param entry how it was listed, and what became of that
 * @param text what was read of it; empty where nothing was
 * @param stories how many stories the edition was chosen from
 * @param decision what was decided when the edition was composed; empty where the article was not looked at
 * @param others the other articles of its story
 * @param otherwise why it was not looked at, in words; empty where it was
 */
public record Explanation(
        ListedEntry entry,
        Optional<Text> text,
        int stories,
        Optional<Decision> decision,
        List<Decision> others,
        String otherwise) {

    public Explanation {
        others = List.copyOf(others);
    }

    /** The headline as far as we have one. */
    public String headline() {
        return text.map(Text::title).filter(title -> !title.isBlank()).orElse(entry.title());
    }

    /**
     * What was read of an article.
     *
     * @param title of its page
     * @param words how many
     * @param language of it; {@link Locale#ROOT} where it is unknown
     * @param whole false where only the feed's own text, or the lines before a pay wall, were to be had
     * @param categories what it is filed under
     */
    public record Text(String title, int words, Locale language, boolean whole, List<String> categories) {

        public Text {
            categories = List.copyOf(categories);
        }
    }
}
