package dev.standfirst.source;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What an entry is called that does not say so itself. */
final class EntryTitles {

    /** Characters of a title that is made of a text's first words. */
    private static final int LENGTH = 100;

    /** As much of a text is looked at for them. */
    private static final int LOOK_AT = 4_000;

    private EntryTitles() {}

    /** The title, or where it is empty the first words of the first of these pieces of HTML that has any. */
    static String orFirstWords(String title, String... texts) {
        String words = title;
        for (int i = 0; i < texts.length && words.isEmpty(); i++) {
            String start = texts[i].length() <= LOOK_AT ? texts[i] : texts[i].substring(0, LOOK_AT);
            words = cut(FeedHtml.text(start));
        }
        return words;
    }

    private static String cut(String text) {
        if (text.length() <= LENGTH) {
            return text;
        }
        int blank = text.lastIndexOf(' ', LENGTH);
        int end = blank > LENGTH / 2 ? blank : text.offsetByCodePoints(0, LENGTH / 2);
        return text.substring(0, end) + "…";
    }

    /** What identifies an entry that has no id: its link, else its title. */
    static String standIn(@Nullable URI link, String title) {
        return link == null ? "title:" + title : link.toString();
    }
}
