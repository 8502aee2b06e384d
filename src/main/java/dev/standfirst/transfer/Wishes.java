package dev.standfirst.transfer;

import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Choice;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** When and what a person wants, as far as a row of a file says it. */
final class Wishes {

    /** Columns of preferences. */
    static final Set<Field> FIELDS = Set.of(
            Field.FREQUENCY,
            Field.HOUR,
            Field.TIMEZONE,
            Field.LANGUAGE,
            Field.TOPICS,
            Field.TOPICS_OUT,
            Field.WORDS,
            Field.WORDS_OUT,
            Field.OWN_LANGUAGE,
            Field.PLAIN_TEXT,
            Field.PAUSED_UNTIL);

    private static final Set<String> YES = Set.of("yes", "true", "1", "ja");

    private final Map<Field, String> cells = new EnumMap<>(Field.class);
    private final Map<Field, String> unread = new EnumMap<>(Field.class);
    private Preferences wanted = Preferences.NONE;

    private Wishes() {}

    static Wishes of(Row row, Header header) {
        Wishes wishes = new Wishes();
        for (Field field : FIELDS) {
            String cell = header.has(field) ? header.cell(row, field).strip() : "";
            if (!cell.isEmpty()) {
                wishes.cells.put(field, cell);
            }
        }
        if (!wishes.cells.isEmpty()) {
            wishes.wanted = wishes.on(Preferences.NONE);
        }
        return wishes;
    }

    /** Whether the row says nothing. */
    boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Cells that say something else than a preference, such as "Berlin" for a time zone. */
    Map<Field, String> unread() {
        return unread;
    }

    /** As a new person gets it. */
    Preferences wanted() {
        return wanted;
    }

    /** What somebody has who is known, changed by what the row says. */
    Preferences on(Preferences base) {
        if (cells.isEmpty()) {
            return base;
        }
        Rhythm rhythm = read(Field.FREQUENCY, Rhythm::read).orElse(new Rhythm(base.cadence(), base.days()));
        return new Preferences(
                rhythm.cadence(),
                rhythm.days(),
                read(Field.HOUR, cell -> LocalTime.parse(cell.length() == 4 ? "0" + cell : cell))
                        .or(base::hour),
                read(Field.TIMEZONE, ZoneId::of).or(base::zone),
                read(Field.LANGUAGE, Wishes::language).or(base::language),
                new Choice(
                        read(Field.TOPICS, Choices::read).orElse(base.topics().in()),
                        read(Field.TOPICS_OUT, Choices::read)
                                .orElse(base.topics().out())),
                new Choice(
                        read(Field.WORDS, Choices::read).orElse(base.words().in()),
                        read(Field.WORDS_OUT, Choices::read).orElse(base.words().out())),
                read(Field.OWN_LANGUAGE, Wishes::yes).orElse(base.ownLanguage()),
                read(Field.PLAIN_TEXT, Wishes::yes).orElse(base.plainText()),
                read(Field.PAUSED_UNTIL, LocalDate::parse).or(base::pausedUntil));
    }

    private <T> Optional<T> read(Field field, Function<String, T> reader) {
        String cell = cells.get(field);
        if (cell == null || unread.containsKey(field)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(cell));
        } catch (DateTimeException | IllformedLocaleException | Choices.NoChoice e) {
            unread.put(field, cell);
            return Optional.empty();
        }
    }

    private static Locale language(String cell) {
        return new Locale.Builder().setLanguageTag(cell.replace('_', '-')).build();
    }

    private static boolean yes(String cell) {
        return YES.contains(cell.toLowerCase(Locale.ROOT));
    }
}
