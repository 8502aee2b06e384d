package dev.standfirst.story;

import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.digest.TopicSpec;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Digests for tests: what a test says about one, and defaults. */
public final class Digests {

    private final List<SourceSpec> sources = new ArrayList<>();
    private final List<TopicSpec> topics = new ArrayList<>();
    private List<String> words = List.of();
    private List<String> without = List.of();
    private Duration window = Duration.ZERO;
    private int stories = 12;
    private int top = 3;
    private Optional<Integer> perSource = Optional.empty();
    private Optional<Integer> perTopic = Optional.empty();
    private int leastWords;
    private Locale language = Locale.ENGLISH;

    public Digests source(String name, String topic, double weight) {
        URI feed = URI.create("https://" + name.toLowerCase(Locale.ROOT).replace(" ", "") + ".example/feed");
        sources.add(new SourceSpec(name, SourceSpec.Kind.FEED, feed, topic, weight));
        return this;
    }

    public Digests topic(String name, double weight, List<String> categories, String... topicWords) {
        topics.add(new TopicSpec(name, categories, List.of(topicWords), weight, Optional.empty()));
        return this;
    }

    public Digests topic(String name, int most) {
        topics.add(new TopicSpec(name, List.of(), List.of(), 1, Optional.of(most)));
        return this;
    }

    public Digests words(String... wanted) {
        words = List.of(wanted);
        return this;
    }

    public Digests without(String... unwanted) {
        without = List.of(unwanted);
        return this;
    }

    public Digests window(Duration span) {
        window = span;
        return this;
    }

    public Digests stories(int most, int first) {
        stories = most;
        top = first;
        return this;
    }

    public Digests perSource(int most) {
        perSource = Optional.of(most);
        return this;
    }

    public Digests perTopic(int most) {
        perTopic = Optional.of(most);
        return this;
    }

    public Digests leastWords(int least) {
        leastWords = least;
        return this;
    }

    public Digests in(Locale mail) {
        language = mail;
        return this;
    }

    public Digest digest() {
        return new Digest(
                "brief",
                "Morning Brief",
                language,
                sources,
                new Schedule(LocalTime.of(7, 0), ZoneId.of("UTC"), Days.DAILY),
                Optional.of(window).filter(span -> !span.isZero()),
                new Digest.Length(stories, top, 3, 1, 5),
                new Selection(topics, words, without, Selection.MEMORY, perSource, perTopic, leastWords),
                new Digest.Audience(List.of("brief"), Optional.empty()),
                new Digest.Sender("Morning Brief", "brief@brief.example", Optional.empty(), ""),
                "edition",
                true);
    }
}
