package dev.standfirst.summary;

import dev.standfirst.text.Sentence;
import dev.standfirst.text.TermVector;
import dev.standfirst.text.Words;
import java.util.List;

/**
 * A sentence that may be chosen.
 *
 * @param sentence with its offsets, without the source mark
 * @param position number among the candidates, from 0
 * @param follows whether the sentence right before it in the text is a candidate too
 * @param words its words in order
 * @param stems of its content words
 * @param vector of its content words, weighted within the article
 */
record Candidate(
        Sentence sentence,
        int position,
        boolean follows,
        List<Words.Word> words,
        List<String> stems,
        TermVector vector) {}
