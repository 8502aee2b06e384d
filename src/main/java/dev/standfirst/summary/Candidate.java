package dev.standfirst.summary;

import dev.standfirst.text.Sentence;

/**
 * A sentence that may be chosen.
 *
 * @param sentence with its offsets, without the source mark
 * @param position number among the candidates, from 0
 * @param follows whether the sentence right before it in the text is a candidate too
 * @param from number of its first token
 * @param to number of the token behind its last
 * @param words how many words it has
 */
record Candidate(Sentence sentence, int position, boolean follows, int from, int to, int words) {}
