package dev.standfirst.edition;

/**
 * Some stories of an edition as they go out, slots open.
 *
 * @param edition what is in it
 * @param html the HTML part
 * @param text the plain-text part, the same words
 * @param comes when the digest comes to those who chose nothing about it, in the language of the mail
 */
record RenderedExcerpt(Edition edition, String html, String text, String comes) {}
