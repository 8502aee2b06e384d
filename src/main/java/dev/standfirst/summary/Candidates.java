package dev.standfirst.summary;

import dev.standfirst.text.Sentence;
import dev.standfirst.text.Sentences;
import dev.standfirst.text.Tokens;
import dev.standfirst.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sentences of an article that may be chosen, with their words as numbers. Litter is left out before positions are
 * counted.
 *
 * @param tokens of the whole text
 * @param title tokens of the headline, numbered alike
 * @param all in the order of the text
 */
record Candidates(Vocabulary vocabulary, Tokens tokens, Tokens title, List<Candidate> all) {

    static Candidates of(String title, String text, Locale language) {
        Vocabulary vocabulary = new Vocabulary();
        Tokens tokens = vocabulary.tokens(text, language);
        return new Candidates(
                vocabulary, tokens, vocabulary.tokens(title, language), read(tokens, Sentences.split(text, language)));
    }

    private static List<Candidate> read(Tokens tokens, List<Sentence> sentences) {
        List<Candidate> all = new ArrayList<>();
        boolean litterBefore = true;
        for (Sentence sentence : sentences) {
            Sentence bare = all.isEmpty() ? SourceMark.without(sentence) : sentence;
            int from = tokens.firstAt(bare.from());
            int to = tokens.firstAt(bare.to());
            int words = tokens.words(from, to);
            boolean litter = Litter.is(bare.text(), words);
            if (!litter) {
                all.add(new Candidate(bare, all.size(), !litterBefore, from, to, words));
            }
            litterBefore = litter;
        }
        return all;
    }

    int size() {
        return all.size();
    }

    /** What stands for a word where words are counted: its stem, or the word itself where it carries grammar. */
    int concept(int token) {
        return concept(tokens, token);
    }

    static int concept(Tokens tokens, int token) {
        int stem = tokens.stem(token);
        return stem == Vocabulary.NONE ? tokens.folded(token) : stem;
    }
}
