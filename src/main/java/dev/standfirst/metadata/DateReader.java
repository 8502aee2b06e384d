package dev.standfirst.metadata;

import dev.standfirst.metadata.DateText.Found;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of one page: in its country's order of day and month, and none that its article cannot have.
 *
 * @param monthFirst whether 5/6/2021 is the sixth of May
 * @param latest no article of the page is younger
 */
record DateReader(boolean monthFirst, Instant latest) {

    private static final OffsetDateTime EARLIEST = OffsetDateTime.parse("1995-01-01T00:00:00Z");
    private static final Set<String> DAY_FIRST_ENDS =
            Set.of("uk", "au", "nz", "ie", "in", "za", "eu", "sg", "hk", "ng", "ke");

    /**
     * The reader for a page.
     *
     * @param language as the page declares it
     * @param fetched when it was fetched; a moment before 1995 where that is not known
     */
    static DateReader of(String language, URI address, Instant fetched) {
        String tag = language.toLowerCase(Locale.ROOT).replace('_', '-');
        String host = String.valueOf(address.getHost());
        boolean english = tag.isEmpty() || tag.equals("en") || tag.startsWith("en-us");
        // Pages are dated ahead where it is tomorrow already; a page of unknown age may be of any day.
        Instant latest = fetched.isBefore(EARLIEST.toInstant()) ? Instant.MAX : fetched.plus(Duration.ofDays(2));
        return new DateReader(english && !DAY_FIRST_ENDS.contains(host.substring(host.lastIndexOf('.') + 1)), latest);
    }

    /** The first text that is a date, as machines write them. */
    Optional<Found> read(Collection<String> texts) {
        return texts.stream()
                .map(text -> DateText.read(text, monthFirst))
                .flatMap(Optional::stream)
                .filter(this::isPlausible)
                .findFirst();
    }

    /** The first date in a text from a place on, plausible or not, or null. */
    @Nullable
    Found find(String text, int from) {
        return DateText.find(text, from, monthFirst);
    }

    boolean isPlausible(Found found) {
        return !found.moment().isBefore(EARLIEST) && !found.moment().toInstant().isAfter(latest);
    }
}
