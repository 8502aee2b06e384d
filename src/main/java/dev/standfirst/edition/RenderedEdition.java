package dev.standfirst.edition;

/**
 * An edition as it goes out, slots open.
 *
 * @param edition what is in it
 * @param html the HTML part
 * @param text the plain-text part, the same words
 */
public record RenderedEdition(Edition edition, String html, String text) {}
