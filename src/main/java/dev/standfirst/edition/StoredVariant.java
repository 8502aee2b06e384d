package dev.standfirst.edition;

import java.util.Locale;

/**
 * A frozen edition as some people chose it, with the slots of {@link dev.standfirst.mail.Slot} still open.
 *
 * @param id its number
 * @param language of the mail's own words
 * @param subject of its mails
 * @param comes when the digest comes to those of them who chose nothing about it, in words
 * @param html its HTML part
 * @param text its plain-text part
 */
public record StoredVariant(long id, Locale language, String subject, String comes, String html, String text) {}
