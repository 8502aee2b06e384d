package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Edition.Item;
import dev.standfirst.edition.Edition.Kind;
import dev.standfirst.edition.Edition.Section;
import dev.standfirst.story.Story;
import dev.standfirst.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stories → edition: the first at the top, the middle under their topics, the last by their headlines alone; numbered
 * through. A reader is through with the headlines and first sentences of the top in a minute.
 */
public final class Editor {

    /** Words of headlines and quotes of the top stories, and of the whole edition, at most: a minute, and two. */
    private static final int TOP_WORDS = 230;

    private static final int ALL_WORDS = 450;
    private static final int PREHEADER = 90;

    private final Digest digest;
    private final LocalDate date;
    private final ItemWriter writer;
    private int words;
    private int number;

    private Editor(Digest digest, LocalDate date, Links links) {
        this.digest = digest;
        this.date = date;
        this.writer = new ItemWriter(links);
    }

    /**
     * Composes an edition.
     *
     * @param ranked stories, the most important first; at least one
     * @param articles how many articles they came from
     */
    static Edition compose(Digest digest, LocalDate date, List<Story> ranked, int articles, Links links) {
        return new Editor(digest, date, links).compose(ranked, articles);
    }

    private Edition compose(List<Story> ranked, int articles) {
        Digest.Length length = digest.length();
        List<Story> chosen = ranked.subList(0, Math.min(length.stories(), ranked.size()));
        int top = Math.min(length.top(), chosen.size());
        int brief = Math.max(0, Math.min(length.brief(), chosen.size() - top - length.top()));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(Kind.TOP, "", told(chosen.subList(0, top), length.topSentences(), TOP_WORDS)));
        sections.addAll(topics(chosen.subList(top, chosen.size() - brief)));
        List<Item> last = told(chosen.subList(chosen.size() - brief, chosen.size()), 0, ALL_WORDS);
        if (!last.isEmpty()) {
            sections.add(new Section(Kind.BRIEF, "", last));
        }
        List<String> headlines = sections.stream()
                .flatMap(section -> section.items().stream())
                .map(Item::headline)
                .toList();
        return new Edition(
                digest.name(),
                date,
                digest.title(),
                SubjectLine.subject(headlines, digest.language()),
                headlines.size() == 1 ? firstQuote(sections) : SubjectLine.preheader(headlines),
                sections,
                articles,
                words);
    }

    /** One story alone has no next headline to show behind the subject. */
    private static String firstQuote(List<Section> sections) {
        return sections.get(0).items().get(0).quotes().stream()
                .findFirst()
                .map(quote -> SubjectLine.cut(quote.text(), PREHEADER, "…"))
                .orElse("");
    }

    /** One section a topic, in the order in which the topics first come up; stories of sources without a topic last. */
    private List<Section> topics(List<Story> stories) {
        Map<String, List<Story>> byTopic = new LinkedHashMap<>();
        stories.stream().filter(story -> !story.topic().isEmpty()).forEach(story -> put(byTopic, story));
        stories.stream().filter(story -> story.topic().isEmpty()).forEach(story -> put(byTopic, story));
        List<Section> sections = new ArrayList<>();
        byTopic.forEach((topic, of) -> sections.add(
                new Section(Kind.TOPIC, topic, told(of, digest.length().sentences(), ALL_WORDS))));
        return sections;
    }

    private static void put(Map<String, List<Story>> byTopic, Story story) {
        byTopic.computeIfAbsent(story.topic(), topic -> new ArrayList<>()).add(story);
    }

    private List<Item> told(List<Story> stories, int sentences, int wordsInAll) {
        List<Item> items = new ArrayList<>();
        for (Story story : stories) {
            int left = wordsInAll - words;
            Item item =
                    writer.write(story, ++number, left < 25 ? Math.min(1, sentences) : sentences, Math.max(left, 40));
            words += Words.count(item.headline())
                    + item.quotes().stream()
                            .mapToInt(quote -> Words.count(quote.text()))
                            .sum();
            items.add(item);
        }
        return items;
    }
}
