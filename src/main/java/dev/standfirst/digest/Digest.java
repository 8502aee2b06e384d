package dev.standfirst.digest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A publication, as its file {@code jobs/NAME.yaml} declares it. Checked when loaded: every value here is usable.
 *
 * @param name the file's name without {@code .yaml}: lower-case letters, digits and dashes
 * @param title what receivers see: "Morning Brief"
 * @param language of the mail's own words and dates
 * @param sources where articles come from, at least one, names unique
 * @param schedule when editions are due
 * @param window how old an article may be when its edition is composed; empty means any age
 * @param length how much goes in
 * @param selection what goes in before other things, and what does not
 * @param audience who gets it
 * @param sender who it is from
 * @param template name of the mail template: {@code templates/NAME.html.ftlh} and {@code templates/NAME.txt.ftl}
 * @param archived whether everybody may read its editions: in the archive, its feed, and by their links
 * @param delivery how its mails are handed over
 * @param approval that somebody looks at each edition first; empty where nobody needs to
 */
public record Digest(
        String name,
        String title,
        Locale language,
        List<SourceSpec> sources,
        Schedule schedule,
        Optional<Duration> window,
        Length length,
        Selection selection,
        Audience audience,
        Sender sender,
        String template,
        boolean archived,
        Delivery delivery,
        Optional<Approval> approval) {

    public Digest {
        sources = List.copyOf(sources);
    }

    /** One whose file says nothing about delivery and approval. */
    public Digest(
            String name,
            String title,
            Locale language,
            List<SourceSpec> sources,
            Schedule schedule,
            Optional<Duration> window,
            Length length,
            Selection selection,
            Audience audience,
            Sender sender,
            String template,
            boolean archived) {
        this(
                name,
                title,
                language,
                sources,
                schedule,
                window,
                length,
                selection,
                audience,
                sender,
                template,
                archived,
                Delivery.USUAL,
                Optional.empty());
    }

    /** The same digest for other people. */
    public Digest withAudience(Audience other) {
        return copy(language, window, other, approval);
    }

    /** The same digest, at whose editions nobody needs to look first. */
    public Digest withoutApproval() {
        return copy(language, window, audience, Optional.empty());
    }

    /** The same digest for articles of another age. */
    public Digest withWindow(Duration other) {
        return copy(language, Optional.of(other), audience, approval);
    }

    /** The same digest with the mail's own words in another language. */
    public Digest inLanguage(Locale other) {
        return copy(other, window, audience, approval);
    }

    /** The same digest with mails made of another template. */
    public Digest withTemplate(String other) {
        return new Digest(
                name, title, language, sources, schedule, window, length, selection, audience, sender, other, archived,
                delivery, approval);
    }

    private Digest copy(Locale words, Optional<Duration> age, Audience people, Optional<Approval> look) {
        return new Digest(
                name, title, words, sources, schedule, age, length, selection, people, sender, template, archived,
                delivery, look);
    }

    /**
     * The sections of the mail in their order: those that the file declares, then those that only sources name, in the
     * order of the sources.
     */
    public List<TopicSpec> sections() {
        Map<String, TopicSpec> sections = new LinkedHashMap<>();
        selection.topics().forEach(topic -> sections.put(topic.name(), topic));
        sources.stream()
                .map(SourceSpec::topic)
                .filter(topic -> !topic.isEmpty())
                .forEach(topic -> sections.putIfAbsent(topic, TopicSpec.of(topic)));
        return List.copyOf(sections.values());
    }

    /**
     * How much goes into an edition.
     *
     * @param stories at most this many stories in all, 1 to 40
     * @param top how many of them are told at the top, 1 to 5
     * @param topSentences key sentences of a top story at most, 1 to 5
     * @param sentences key sentences of every other story under a topic at most, 1 to 5
     * @param brief how many of the last stories are told by their headline alone, "In brief"
     */
    public record Length(int stories, int top, int topSentences, int sentences, int brief) {}

    /**
     * Who gets it.
     *
     * @param lists names of the lists, at least one; who is on several of them gets one mail, as the first of them says
     * @param seed CSV file whose people are put on the first list when that is needed and does not exist yet
     */
    public record Audience(List<String> lists, Optional<Path> seed) {

        public Audience {
            lists = List.copyOf(lists);
        }
    }

    /**
     * Who it is from.
     *
     * @param name the From name, usually the digest's title
     * @param address the From address
     * @param replyTo where answers go, if not to the From address
     * @param postal postal address for the footer, may be empty
     */
    public record Sender(String name, String address, Optional<String> replyTo, String postal) {}
}
