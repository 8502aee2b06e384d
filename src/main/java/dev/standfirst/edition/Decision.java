package dev.standfirst.edition;

import dev.standfirst.story.Score;
import dev.standfirst.text.Fact;
import java.util.Optional;

/**
 * What was decided of an article when an edition was composed.
 *
 * @param articleId its number
 * @param headline of it
 * @param outlet that lists it
 * @param verdict on it, or on its story where it is in one
 * @param why it is left out; nothing where it is told
 * @param leads whether its headline is that of its story
 * @param merged which article of its story it is most like, in words; empty where it is alone
 * @param story the story that it was made part of; empty where it was left out before
 */
public record Decision(
        long articleId,
        String headline,
        String outlet,
        Verdict verdict,
        Fact why,
        boolean leads,
        String merged,
        Optional<InStory> story) {

    /** Why it is left out, in English; empty where it is told. */
    public String reason() {
        return why.english();
    }

    /** The number of its story in the edition; 0 where that is left out, or it is in none. */
    public int number() {
        return story.map(InStory::number).orElse(0);
    }

    /**
     * The story of an article.
     *
     * @param place its rank, from 1
     * @param number its number in the edition; 0 where it is left out
     * @param section the part of the edition that it stands in; empty where it is left out
     * @param topic that it belongs to, may be empty
     * @param topicWhy why, fit behind "because"; empty where it belongs to none
     * @param score what the rank is made of
     */
    public record InStory(
            int place, int number, Optional<Edition.Kind> section, String topic, String topicWhy, Score score) {}
}
