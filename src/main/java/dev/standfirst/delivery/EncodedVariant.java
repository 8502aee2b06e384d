package dev.standfirst.delivery;

import dev.standfirst.edition.StoredVariant;
import dev.standfirst.mail.EncodedMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * What some people get of an edition, encoded once for all of them, and how it speaks of a person.
 *
 * @param message with the slots open
 * @param comes when the digest comes to those of them who chose nothing about it, in words
 * @param days how it says a day
 */
record EncodedVariant(EncodedMessage message, String comes, DateTimeFormatter days) {

    /**
     * Makes one.
     *
     * @param zone whose dates it tells
     */
    static EncodedVariant of(StoredVariant variant, EncodedMessage message, ZoneId zone) {
        return new EncodedVariant(
                message, variant.comes(), days(variant.language()).withZone(zone));
    }

    /** When somebody joined, in words. */
    String since(Instant joined) {
        return days.format(joined);
    }

    /** English has two customs; the sites that say "3 March 2026" are read by both without a stumble. */
    private static DateTimeFormatter days(Locale language) {
        return language.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
    }
}
