package dev.standfirst.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Articles that were found to be of one event so far. From the sums of their weights follows how alike two groups are
 * on average.
 */
final class Group {

    private final Set<String> languages = new HashSet<>();
    private final List<Integer> articles = new ArrayList<>();
    private final List<Story.Merge> merges = new ArrayList<>();
    private TermWeights words;
    private TermWeights names;
    private Instant first;
    private Instant last;

    Group(int article, ArticleTerms terms, Instant when) {
        words = terms.words();
        names = terms.names();
        languages.add(terms.language());
        articles.add(article);
        first = when;
        last = when;
    }

    /** The numbers of its articles, rising. */
    List<Integer> articles() {
        return articles.stream().sorted().toList();
    }

    /** Why they are together. */
    List<Story.Merge> merges() {
        return merges;
    }

    /** When the first of the articles of both came out. */
    Instant first(Group other) {
        return first.isBefore(other.first) ? first : other.first;
    }

    /** When the last of the articles of both came out. */
    Instant last(Group other) {
        return last.isAfter(other.last) ? last : other.last;
    }

    int size() {
        return articles.size();
    }

    /** Whether both have articles in one language. */
    boolean sharesLanguage(Group other) {
        return languages.stream().anyMatch(other.languages::contains);
    }

    /** The cosine of the words of an article of one and an article of the other, on average. */
    double wordsShared(Group other) {
        return words.product(other.words) / size() / other.size();
    }

    /** The same of names. */
    double namesShared(Group other) {
        return names.product(other.names) / size() / other.size();
    }

    /** Takes in the articles of another. */
    void join(Group other, Story.Merge why) {
        words = words.plus(other.words);
        names = names.plus(other.names);
        languages.addAll(other.languages);
        articles.addAll(other.articles);
        merges.addAll(other.merges);
        merges.add(why);
        first = first(other);
        last = last(other);
    }
}
