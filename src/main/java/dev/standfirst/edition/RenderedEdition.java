package dev.standfirst.edition;

/**
 * An edition as it goes out, slots open.
 *
 * @param edition what is in it
 * @param html the HTML part
 * @param text the plain-text part, the same words
 * @param page the edition with all its stories, for the browser; empty where the HTML part holds them all
 * @param picks what was decided of everything that it could have told
 * @param heading subject and preheader, where somebody wrote them
 * @param imprint who publishes it
 */
public record RenderedEdition(
        Edition edition, String html, String text, String page, Picks picks, Heading heading, Imprint imprint) {}
