package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import java.time.LocalDate;

/**
 * An article that an earlier edition of a digest told.
 *
 * @param edition day of that edition
 */
public record Told(Coverage coverage, LocalDate edition) {}
