package dev.standfirst.edition;

import dev.standfirst.mail.Slot;
import dev.standfirst.text.Fact;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is checked of a rendered edition before it goes out. */
public final class EditionChecks {

    /**
     * So many bytes the HTML of a mail has at most. Gmail cuts mails at 102 KB of source; what is filled in for a
     * person, and other clients, need room.
     */
    static final int MOST_BYTES = 80_000;

    private static final Pattern C1 = Pattern.compile("[\\u0080-\\u009f]");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern QUOTE = Pattern.compile("<span lang=\"[^\"]*\">[^<]*</span>");

    private EditionChecks() {}

    /** What is checked. */
    public enum Name {
        SIZE,
        CHARACTERS,
        LINKS,
        TWIN;

        /** As people type it: "size". */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The check that people call so. */
        public static Optional<Name> of(String key) {
            return Arrays.stream(values())
                    .filter(name -> name.key().equals(key))
                    .findFirst();
        }
    }

    /** One of them: which, whether it passed, and what it says. */
    public record Check(Name name, boolean passed, Fact says) {

        /** One that was kept in English. */
        public Check(Name name, boolean passed, String words) {
            this(name, passed, Fact.words(words));
        }

        /** What it says, in English. */
        public String words() {
            return says.english();
        }
    }

    /** All checks, in a fixed order. */
    public static List<Check> of(StoredEdition edition) {
        return of(edition.html(), edition.text());
    }

    /** The same of the two parts of a mail, slots open. */
    private static List<Check> of(String html, String text) {
        int bytes = html.getBytes(StandardCharsets.UTF_8).length;
        long links = HREF.matcher(html).results().count();
        return List.of(
                new Check(Name.SIZE, bytes <= MOST_BYTES, Fact.of("fact.check.SIZE", bytes, MOST_BYTES)),
                new Check(Name.CHARACTERS, !C1.matcher(html).find(), Fact.of("fact.check.CHARACTERS")),
                new Check(Name.LINKS, strangeLinks(html) == 0, Fact.of("fact.check.LINKS", links)),
                new Check(Name.TWIN, sameQuotes(html, text), Fact.of("fact.check.TWIN")));
    }

    /** Those of them that the two parts of a mail fail. */
    public static List<Check> failed(String html, String text) {
        return of(html, text).stream().filter(check -> !check.passed()).toList();
    }

    private static long strangeLinks(String html) {
        return HREF.matcher(html)
                .results()
                .filter(link -> !isWebOrSlot(link.group(1)))
                .count();
    }

    private static boolean isWebOrSlot(String href) {
        return href.startsWith("https://")
                || href.startsWith("http://")
                || href.equals(Slot.UNSUBSCRIBE.mark())
                || href.equals(Slot.CHOOSE.mark());
    }

    /** Every sentence and headline of the HTML stands in the text, line breaks aside. */
    private static boolean sameQuotes(String html, String plainText) {
        String text = fold(plainText);
        Matcher quotes = QUOTE.matcher(html);
        while (quotes.find()) {
            String plain = org.jsoup.Jsoup.parseBodyFragment(quotes.group()).text();
            if (!text.contains(fold(plain))) {
                return false;
            }
        }
        return true;
    }

    private static String fold(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }
}
