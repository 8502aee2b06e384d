package dev.standfirst.edition;

import dev.standfirst.text.Words;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One dated issue of a digest: what is in it, in order, before it is rendered.
 *
 * @param digest name of the digest
 * @param date its local date
 * @param title of the digest
 * @param subject of the mail
 * @param preheader of the mail: what a mailbox shows behind the subject
 * @param sections of the mail in order: the top stories, a section a topic, the stories in brief
 * @param more what only the browser shows: a section a topic, the stories in brief; empty where the mail holds all
 * @param articles how many articles it was made from
 * @param words how many words the headlines and quotes of the mail have
 */
public record Edition(
        String digest,
        LocalDate date,
        String title,
        String subject,
        String preheader,
        List<Section> sections,
        List<Section> more,
        int articles,
        int words) {

    public Edition {
        sections = List.copyOf(sections);
        more = List.copyOf(more);
    }

    /** All stories, in order. */
    public List<Item> items() {
        return Stream.concat(sections.stream(), more.stream())
                .flatMap(section -> section.items().stream())
                .toList();
    }

    /** A part of an edition. */
    public enum Kind {
        TOP,
        TOPIC,
        BRIEF
    }

    /**
     * A part of an edition with a heading of its own.
     *
     * @param topic name of the topic, for {@link Kind#TOPIC}; may be empty
     */
    public record Section(Kind kind, String topic, List<Item> items) {

        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * A story in an edition.
     *
     * @param number counted through the edition, from 1
     * @param topic of the story, wherever it stands; empty where nothing says
     * @param headline of its earliest article
     * @param link to that article
     * @param outlet of that article
     * @param byline of that article, may be empty
     * @param when it came out; empty where neither page nor feed says so
     * @param minutes to read that article
     * @param language of the headline
     * @param goesOnSince day of the edition that told it first; empty where it is new as a whole
     * @param outlets how many report it
     * @param fromFeed whether only the feed's own text was to be had
     * @param quotes key sentences
     * @param alsoIn outlets that report it and are not quoted
     * @param articles numbers of all its articles
     */
    public record Item(
            int number,
            String topic,
            String headline,
            URI link,
            String outlet,
            String byline,
            Optional<Instant> when,
            int minutes,
            Locale language,
            Optional<LocalDate> goesOnSince,
            int outlets,
            boolean fromFeed,
            List<Quote> quotes,
            List<Other> alsoIn,
            List<Long> articles) {

        public Item {
            quotes = List.copyOf(quotes);
            alsoIn = List.copyOf(alsoIn);
            articles = List.copyOf(articles);
        }

        /** The same story under another number. */
        Item numbered(int other) {
            return new Item(
                    other,
                    topic,
                    headline,
                    link,
                    outlet,
                    byline,
                    when,
                    minutes,
                    language,
                    goesOnSince,
                    outlets,
                    fromFeed,
                    quotes,
                    alsoIn,
                    articles);
        }

        /** How many words its headline and quotes have. */
        int words() {
            return Words.count(headline)
                    + quotes.stream()
                            .mapToInt(quote -> Words.count(quote.text()))
                            .sum();
        }
    }

    /**
     * A key sentence, word for word.
     *
     * @param text without quotation marks
     * @param link to its place
     * @param outlet that is quoted
     * @param language it is in
     */
    public record Quote(String text, URI link, String outlet, Locale language) {}

    /** An outlet that reports a story too. */
    public record Other(String outlet, URI link, Locale language) {}
}
