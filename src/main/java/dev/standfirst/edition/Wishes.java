package dev.standfirst.edition;

import dev.standfirst.edition.Edition.Item;
import dev.standfirst.edition.Edition.Quote;
import dev.standfirst.story.Phrases;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.text.Tokens;
import dev.standfirst.text.Vocabulary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which stories of one edition people want. A story is kept where its topic and its words are in and not out, and its
 * language is the mail's, where a person wants that. Topics are the edition's sections, wherever in it a story stands;
 * a story under none has none that could be in. Words are looked for in headline and quotes: as digest files write
 * them, and in the forms that a word takes in the story's language.
 */
final class Wishes {

    /** What is remembered of words that people look for: many look for the same. */
    private static final int WORDS_REMEMBERED = 10_000;

    /** Forms of a word differ by an ending. Stems alone would find "organization" for "organ". */
    private static final int LONGEST_ENDING = 3;

    private final List<Told> stories = new ArrayList<>();
    private final Vocabulary vocabulary = new Vocabulary();
    private final BitSet all = new BitSet();
    private final Map<String, BitSet> found = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BitSet> eldest) {
            return size() > WORDS_REMEMBERED;
        }
    };

    Wishes(Edition edition) {
        for (Item item : edition.items()) {
            List<String> texts = new ArrayList<>(List.of(item.headline()));
            item.quotes().stream().map(Quote::text).forEach(texts::add);
            String text = String.join("\n", texts);
            stories.add(new Told(item, Phrases.plain(text), vocabulary.tokens(text, item.language())));
            all.set(item.number());
        }
    }

    /** The numbers of all stories. Not to be changed. */
    BitSet all() {
        return all;
    }

    /**
     * The numbers of the stories that somebody wants.
     *
     * @param language of the mail's own words
     */
    BitSet of(Preferences preferences, Locale language) {
        BitSet kept = (BitSet) all.clone();
        if (!preferences.topics().equals(Choice.ALL)) {
            stories.stream()
                    .filter(story -> !isWanted(story.item().topic(), preferences.topics()))
                    .forEach(story -> kept.clear(story.item().number()));
        }
        if (preferences.ownLanguage()) {
            stories.stream()
                    .filter(story -> isForeign(story.item().language(), language))
                    .forEach(story -> kept.clear(story.item().number()));
        }
        if (!preferences.words().in().isEmpty()) {
            BitSet wanted = new BitSet();
            preferences.words().in().forEach(word -> wanted.or(holding(word)));
            kept.and(wanted);
        }
        preferences.words().out().forEach(word -> kept.andNot(holding(word)));
        return kept;
    }

    private static boolean isWanted(String topic, Choice topics) {
        boolean in = topics.in().isEmpty() || topics.in().stream().anyMatch(topic::equalsIgnoreCase);
        return in && topics.out().stream().noneMatch(topic::equalsIgnoreCase);
    }

    private static boolean isForeign(Locale story, Locale mail) {
        return !story.getLanguage().isEmpty() && !story.getLanguage().equals(mail.getLanguage());
    }

    private BitSet holding(String word) {
        return found.computeIfAbsent(word, this::find);
    }

    private BitSet find(String word) {
        BitSet holding = new BitSet();
        Phrases phrase = Phrases.of(List.of(word));
        for (Told story : stories) {
            if (isSomething(word) && (!phrase.in(story.plain()).isEmpty() || holdsForm(story, word))) {
                holding.set(story.item().number());
            }
        }
        return holding;
    }

    /** What has no letter and no digit would be found between any two words. */
    private static boolean isSomething(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** Whether the story has a word of the same stem: "ferries" for "ferry". For single words without a star. */
    private boolean holdsForm(Told story, String word) {
        Tokens wanted = vocabulary.tokens(word, story.item().language());
        if (wanted.size() != 1 || word.contains("*") || wanted.stem(0) == Vocabulary.NONE) {
            return false;
        }
        int length = vocabulary.word(wanted.folded(0)).length();
        Tokens tokens = story.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.stem(i) == wanted.stem(0)
                    && Math.abs(vocabulary.word(tokens.folded(i)).length() - length) <= LONGEST_ENDING) {
                return true;
            }
        }
        return false;
    }

    private record Told(Item item, String plain, Tokens tokens) {}
}
