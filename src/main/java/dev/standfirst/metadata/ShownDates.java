package dev.standfirst.metadata;

import dev.standfirst.metadata.DateText.Found;
import dev.standfirst.metadata.PageFacts.Spot;
import dev.standfirst.text.WordLists;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The dates that readers see near the headline, and what stands beside them: "Published", "Last updated". */
final class ShownDates {

    /** What a date near the headline says of itself. */
    enum Kind {
        PUBLISHED,
        PLAIN,
        UPDATED,
        /** Of something else: that a member joined, that an offer ends. */
        OTHER
    }

    private record Shown(Found found, Kind kind, int distance, boolean visible) {}

    private static final Map<String, Set<String>> WORDS = WordLists.read(ShownDates.class, "datewords.txt");

    /** How far from the headline, in characters, a date may stand that is the article's. */
    private static final int NEAR_BEFORE = 250;

    private static final int NEAR_AFTER = 1_200;

    /** The same for what is named like a list of other articles, as bylines are on some pages. */
    private static final int NEAR_AFTER_ASIDE = 150;

    /** How much else the text of a date may hold, in characters: a name, a place, a time to read. */
    private static final int MOST_BESIDE = 70;

    /** The same for text that nothing marks as a date: captions and sentences hold dates too. */
    private static final int MOST_BESIDE_UNMARKED = 35;

    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_WEEKDAY = 12;

    private final DateReader reader;
    private final int headline;
    private final int asides;
    private final List<Shown> shown = new ArrayList<>();

    /** @param headline where the page's headline stands, or null */
    ShownDates(PageFacts facts, DateReader reader, @Nullable Spot headline) {
        this.reader = reader;
        this.headline = headline == null ? 0 : headline.at();
        this.asides = headline == null ? 0 : headline.asides();
        facts.dates().stream().filter(this::isNear).forEach(this::readElement);
        facts.remarks().stream().filter(this::isNear).forEach(spot -> read(spot, spot.text(), MOST_BESIDE_UNMARKED));
    }

    /** The one of this kind that is nearest to the headline. */
    Optional<Found> nearest(Kind kind) {
        return shown.stream()
                .filter(each -> each.kind() == kind)
                .min(Comparator.comparingInt(Shown::distance))
                .map(Shown::found);
    }

    /** Whether one of them is this day. */
    boolean has(LocalDate day) {
        return shown.stream().anyMatch(each -> each.found().day().equals(day));
    }

    /** Whether readers see this day, or the one before or after, in whatever order of day and month. */
    boolean shows(LocalDate day) {
        return shown.stream()
                .filter(Shown::visible)
                .map(each -> each.found().day())
                .anyMatch(each -> Math.abs(ChronoUnit.DAYS.between(each, day)) <= 1 || isSwapped(each, day));
    }

    private static boolean isSwapped(LocalDate a, LocalDate b) {
        return a.getYear() == b.getYear()
                && a.getMonthValue() == b.getDayOfMonth()
                && a.getDayOfMonth() == b.getMonthValue();
    }

    /** The day of a moment in the zone of an element that gives the very same moment. */
    Optional<LocalDate> localDay(Found told) {
        Instant moment = told.moment().toInstant();
        return shown.stream()
                .map(Shown::found)
                .filter(found -> found.exact() && found.moment().toInstant().equals(moment))
                .filter(found -> found.moment().getOffset().getTotalSeconds() != 0)
                .map(Found::day)
                .findFirst();
    }

    /** What an element says to machines of the date it shows; may be empty. */
    static String attribute(Element element) {
        for (String name : List.of("datetime", "content", "data-datetime", "data-timestamp", "data-date", "title")) {
            String value = element.attr(name);
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    private boolean isNear(Spot spot) {
        int after = spot.asides() <= asides ? NEAR_AFTER : NEAR_AFTER_ASIDE;
        return spot.at() >= headline - NEAR_BEFORE && spot.at() <= headline + after;
    }

    private void readElement(Spot spot) {
        int known = shown.size();
        read(spot, spot.text(), MOST_BESIDE);
        if (shown.size() == known) {
            read(spot, attribute(spot.element()), MOST_BESIDE);
        }
    }

    private void read(Spot spot, String text, int mostBeside) {
        String before = spot.before();
        int from = 0;
        Found found = reader.find(text, from);
        while (found != null) {
            if (reader.isPlausible(found) && text.length() - (found.end() - found.start()) <= mostBeside) {
                shown.add(new Shown(
                        found,
                        kind(spot, label(before, text.substring(from, found.start())), text.substring(found.end())),
                        distance(spot),
                        !spot.element().normalName().equals("meta")));
            }
            from = found.end();
            before = "";
            found = reader.find(text, from);
        }
    }

    /** What leads to a date: the text before it, and the one before that where no more than a weekday is between. */
    private static String label(String before, String beside) {
        return beside.length() > LONGEST_WEEKDAY
                ? beside
                : before.substring(Math.max(0, before.length() + beside.length() - LONGEST_LABEL)) + beside;
    }

    /** Dates come after headlines more often than before. */
    private int distance(Spot spot) {
        return spot.at() < headline ? 2 * (headline - spot.at()) : spot.at() - headline;
    }

    private static Kind kind(Spot spot, String before, String after) {
        if (says("other", before)) {
            return Kind.OTHER;
        }
        if (says("updated", before) || (before.isBlank() && says("updated", after))) {
            return Kind.UPDATED;
        }
        if (says("published", before)) {
            return Kind.PUBLISHED;
        }
        if (spot.is(NameMarks.UPDATED)) {
            return Kind.UPDATED;
        }
        return isMarkedPublished(spot) ? Kind.PUBLISHED : Kind.PLAIN;
    }

    private static boolean isMarkedPublished(Spot spot) {
        return spot.is(NameMarks.PUBLISHED) || spot.element().hasAttr("pubdate");
    }

    private static boolean says(String kind, String text) {
        String lower = text.length() > LONGEST_LABEL
                ? ""
                : text.toLowerCase(Locale.ROOT).replace(' ', '-');
        return WORDS.getOrDefault(kind, Set.of()).stream().anyMatch(lower::contains);
    }
}
