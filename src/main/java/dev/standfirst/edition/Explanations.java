package dev.standfirst.edition;

import dev.standfirst.article.Articles;
import dev.standfirst.source.EntryHistory;
import dev.standfirst.source.ListedEntry;
import dev.standfirst.text.Fact;
import dev.standfirst.text.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells why an edition tells what it tells, from what was written down when it was composed. */
@Component
public class Explanations {

    /** How far before an edition headlines are looked through that it did not look at. */
    private static final Duration BACK = Duration.ofDays(60);

    private final Decisions decisions;
    private final EntryHistory entries;
    private final Articles articles;
    private final NotLookedAt notLookedAt;

    Explanations(Decisions decisions, EntryHistory entries, Articles articles, NotLookedAt notLookedAt) {
        this.decisions = decisions;
        this.entries = entries;
        this.articles = articles;
        this.notLookedAt = notLookedAt;
    }

    /**
     * Everything that an edition looked at: the stories by their rank, then what was left out before.
     *
     * @return empty for an edition that was composed before decisions were kept
     */
    public List<Decision> all(StoredEdition edition) {
        return decisions.of(edition.id());
    }

    /** Why an edition tells an entry's article, or does not. */
    public Explanation of(StoredEdition edition, ListedEntry entry) {
        Optional<Decision> decision = decisions.of(edition.id(), entry.id());
        int place =
                decision.flatMap(Decision::story).map(Decision.InStory::place).orElse(0);
        return new Explanation(
                entry,
                articles.find(entry.id())
                        .map(article -> new Explanation.Text(
                                article.title(),
                                article.published(),
                                Words.count(article.text()),
                                article.language(),
                                article.fullText(),
                                article.categories())),
                decisions.stories(edition.id()),
                decision,
                place == 0 ? List.of() : others(edition, entry, place),
                decision.isPresent() ? Fact.NONE : notLookedAt.why(edition, entry));
    }

    private List<Decision> others(StoredEdition edition, ListedEntry entry, int place) {
        return decisions.of(edition.id()).stream()
                .filter(one -> one.articleId() != entry.id())
                .filter(one ->
                        one.story().filter(story -> story.place() == place).isPresent())
                .toList();
    }

    /**
     * The entries that somebody may mean.
     *
     * @param article its number, its address, or words of its headline
     * @return those that the edition looked at before all others; none where nothing is like that
     */
    public List<ListedEntry> like(StoredEdition edition, String article) {
        if (article.matches("\\d{1,18}")) {
            return entries.find(Long.parseLong(article)).stream().toList();
        }
        if (article.matches("(?i)https?://\\S+")) {
            return address(edition, article);
        }
        List<String> words = words(article);
        if (words.isEmpty()) {
            return List.of();
        }
        List<ListedEntry> looked = decisions.of(edition.id()).stream()
                .filter(decision -> holds(decision.headline(), words))
                .flatMap(decision -> entries.find(decision.articleId()).stream())
                .toList();
        return looked.isEmpty() ? elsewhere(edition, words) : looked;
    }

    /**
     * Those of some decisions that somebody may mean, where there is no edition.
     *
     * @param article its number, its address, or words of its headline
     */
    public List<Decision> like(List<Decision> looked, String article) {
        if (article.matches("\\d{1,18}")) {
            return with(Set.of(Long.parseLong(article)), looked);
        }
        if (article.matches("(?i)https?://\\S+")) {
            return with(at(article).stream().map(ListedEntry::id).collect(Collectors.toSet()), looked);
        }
        List<String> words = words(article);
        return looked.stream()
                .filter(decision -> holds(decision.headline(), words))
                .toList();
    }

    private static List<Decision> with(Set<Long> articles, List<Decision> looked) {
        return looked.stream()
                .filter(decision -> articles.contains(decision.articleId()))
                .toList();
    }

    private List<ListedEntry> at(String address) {
        try {
            return entries.at(new URI(address));
        } catch (URISyntaxException e) {
            return List.of();
        }
    }

    private List<ListedEntry> address(StoredEdition edition, String article) {
        List<ListedEntry> at = at(article);
        List<ListedEntry> looked = at.stream()
                .filter(entry -> decisions.of(edition.id(), entry.id()).isPresent())
                .toList();
        return looked.isEmpty() ? at : looked;
    }

    private List<ListedEntry> elsewhere(StoredEdition edition, List<String> words) {
        return entries
                .of(
                        decisions.sources(edition.id()),
                        edition.composedAt().minus(BACK),
                        edition.composedAt().plus(BACK))
                .stream()
                .filter(entry -> holds(entry.title(), words))
                .toList();
    }

    private static boolean holds(String headline, List<String> words) {
        String folded = headline.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(folded::contains);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
