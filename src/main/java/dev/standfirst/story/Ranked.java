package dev.standfirst.story;

import java.util.List;

/**
 * A story with its rank, and what the rank is made of.
 *
 * @param story with its topic, and with the sum of its score
 * @param score the parts
 * @param topicWhy why it belongs to its topic, fit behind "because"; empty where it belongs to none
 * @param news what of it is new to the digest's readers
 */
public record Ranked(Story story, Score score, String topicWhy, News news) {

    /** Why its articles belong together, those among them that earlier editions told too. */
    public List<Story.Merge> merges() {
        return news.whole().merges();
    }
}
