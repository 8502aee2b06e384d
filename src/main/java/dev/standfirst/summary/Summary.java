package dev.standfirst.summary;

import dev.standfirst.text.Sentence;
import java.util.List;

/**
 * The key sentences of an article, in reading order. "Extractive": every one is a span of the article's text.
 *
 * @param sentences at least none, in the order of the text
 */
public record Summary(List<KeySentence> sentences) {

    public Summary {
        sentences = List.copyOf(sentences);
    }

    /**
     * A chosen sentence.
     *
     * @param sentence with its offsets in the article's text
     * @param score the higher the more it carries; comparable within one article only
     */
    public record KeySentence(Sentence sentence, double score) {}
}
