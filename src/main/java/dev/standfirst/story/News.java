package dev.standfirst.story;

import dev.standfirst.text.Fact;
import dev.standfirst.text.Fact.Moment;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What of a story is new to the readers of a digest.
 *
 * @param story the articles that no earlier edition told; where the story goes on, their summaries hold only sentences
 *     that say something new
 * @param whole all its articles, the told ones too
 * @param followed what earlier editions told of it; empty where none did
 */
public record News(Story story, Story whole, Optional<Followed> followed) {

    /** A story that no earlier edition told. */
    static News allOf(Story story) {
        return new News(story, story, Optional.empty());
    }

    /** Whether it goes on without anything new. */
    public boolean isNothing() {
        return followed.isPresent() && followed.get().share() == 0;
    }

    /**
     * A story that earlier editions told.
     *
     * @param first day of the first edition that told it
     * @param last day of the last one
     * @param told number of the article that the last one told
     * @param headline of that article
     * @param reprint whether its articles are printed from told ones
     * @param share of its sentences that say something new, from 0 to 1, over all its articles that no edition told;
     *     for an article without a sentence that can be read its headline counts as one
     */
    public record Followed(LocalDate first, LocalDate last, long told, String headline, boolean reprint, double share) {

        /** Why a story that says nothing new is left out. */
        public Fact why() {
            return Fact.of(reprint ? "fact.old.reprint" : "fact.old", headline, Moment.of("fact.day", last));
        }

        /** The same in English. */
        public String nothingNew() {
            return why().english();
        }
    }
}
