package dev.standfirst.text;

/**
 * A sentence and its place in the text it was found in.
 *
 * @param text the sentence, exactly {@code source.substring(from, to)}: trimmed, never empty
 * @param from offset of its first character in the source text, in UTF-16 units
 * @param to offset after its last character
 * @param paragraph number of its paragraph, from 0; a line feed in the source text ends a paragraph
 */
public record Sentence(String text, int from, int to, int paragraph) {

    public Sentence {
        if (text.isEmpty() || to - from != text.length()) {
            throw new IllegalArgumentException("a sentence of %d to %d cannot hold \"%s\"".formatted(from, to, text));
        }
    }
}
