package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Edition.Item;
import dev.standfirst.edition.Edition.Kind;
import dev.standfirst.edition.Edition.Section;
import dev.standfirst.story.Ranked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stories → edition: the first at the top, the middle under their topics, the last by their headlines alone; numbered
 * through. A reader is through with the headlines and first sentences of the top in a minute. What is too much for a
 * mail comes after it in the same manner, for the browser.
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
     * @param picks at least one of them told
     * @param inMail how many of them the mail itself tells, at least one
     */
    static Edition compose(Digest digest, LocalDate date, Picks picks, Links links, int inMail) {
        return new Editor(digest, date, links).compose(picks.told(), picks.articles(), inMail);
    }

    private Edition compose(List<Ranked> told, int articles, int inMail) {
        Digest.Length length = digest.length();
        int top = Math.min(length.top(), inMail);
        boolean isAll = inMail == told.size();
        int brief = Math.max(0, Math.min(length.brief(), told.size() - top - length.top()));
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(Kind.TOP, "", told(told.subList(0, top), length.topSentences(), TOP_WORDS)));
        sections.addAll(rest(told.subList(top, inMail), isAll ? brief : 0));
        int wordsInMail = words;
        // In the browser there is room.
        words = 0;
        List<Section> more = rest(told.subList(inMail, told.size()), Math.min(brief, told.size() - inMail));
        List<String> headlines = Stream.concat(sections.stream(), more.stream())
                .flatMap(section -> section.items().stream())
                .map(Item::headline)
                .toList();
        return new Edition(
                digest.name(),
                date,
                digest.title(),
                SubjectLine.subject(headlines, digest.language()),
                preheader(headlines, sections),
                sections,
                more,
                articles,
                wordsInMail);
    }

    /** One story alone has no next headline to show behind the subject: its first quote stands there. */
    static String preheader(List<String> headlines, List<Section> sections) {
        return headlines.size() == 1 ? firstQuote(sections) : SubjectLine.preheader(headlines);
    }

    private static String firstQuote(List<Section> sections) {
        return sections.get(0).items().get(0).quotes().stream()
                .findFirst()
                .map(quote -> SubjectLine.cut(quote.text(), PREHEADER, "…"))
                .orElse("");
    }

    /**
     * Stories under their topics, and so many of the last by their headlines alone.
     *
     * @param stories the most important first
     */
    private List<Section> rest(List<Ranked> stories, int brief) {
        int told = stories.size() - brief;
        List<Section> sections = new ArrayList<>(topics(stories.subList(0, told)));
        List<Item> last = told(stories.subList(told, stories.size()), 0, ALL_WORDS);
        if (!last.isEmpty()) {
            sections.add(new Section(Kind.BRIEF, "", last));
        }
        return sections;
    }

    /** One section a topic, in the order of the digest; stories under no topic last. */
    private List<Section> topics(List<Ranked> stories) {
        Map<String, List<Ranked>> byTopic = new LinkedHashMap<>();
        digest.sections().forEach(topic -> byTopic.put(topic.name(), new ArrayList<>()));
        List<Ranked> elsewhere = new ArrayList<>();
        for (Ranked ranked : stories) {
            byTopic.getOrDefault(ranked.story().topic(), elsewhere).add(ranked);
        }
        byTopic.put("", elsewhere);
        List<Section> sections = new ArrayList<>();
        byTopic.forEach((topic, of) -> {
            if (!of.isEmpty()) {
                sections.add(
                        new Section(Kind.TOPIC, topic, told(of, digest.length().sentences(), ALL_WORDS)));
            }
        });
        return sections;
    }

    private List<Item> told(List<Ranked> stories, int sentences, int wordsInAll) {
        List<Item> items = new ArrayList<>();
        for (Ranked story : stories) {
            int left = wordsInAll - words;
            Item item =
                    writer.write(story, ++number, left < 25 ? Math.min(1, sentences) : sentences, Math.max(left, 40));
            words += item.words();
            items.add(item);
        }
        return items;
    }
}
