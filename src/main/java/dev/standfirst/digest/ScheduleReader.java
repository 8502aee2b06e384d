package dev.standfirst.digest;

import dev.standfirst.digest.Lateness.Missed;
import dev.standfirst.text.DidYouMean;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a digest file's {@code schedule}: time and days, or a cron expression, and a zone. */
final class ScheduleReader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final Set<String> KEYS =
            Set.of("time", "zone", "days", "cron", "except", "late", "missed", "between");
    private static final Pattern DATES = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\.\\.(\\d{4}-\\d{2}-\\d{2}))?");
    private static final Pattern WINDOW = Pattern.compile("(\\d{1,2}:\\d{2}) *- *(\\d{1,2}:\\d{2})");
    private static final Duration LEAST_LATE = Duration.ofMinutes(10);
    private static final Duration MOST_LATE = Duration.ofDays(7);
    private static final List<String> DAY_NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final Problems problems;

    ScheduleReader(Problems problems) {
        this.problems = problems;
    }

    Schedule read(YamlMap file) {
        YamlMap schedule = file.map("schedule", KEYS);
        ZoneId zone = zone(schedule);
        boolean isCron = schedule.has("cron");
        CronFields fields = isCron ? cron(schedule) : new CronFields(time(schedule), days(schedule));
        return new Schedule(
                fields.time(), zone, fields.days(), except(schedule), lateness(schedule), between(schedule));
    }

    private ZoneId zone(YamlMap schedule) {
        String text = schedule.text("zone").orElse("UTC");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            problems.unknown(schedule.place("zone"), "a time zone", text, nearZones(text));
            return ZoneId.of("UTC");
        }
    }

    /** All zones are too many to list; those of the same continent are the ones that may be meant. */
    private static List<String> nearZones(String text) {
        List<String> near = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> DidYouMean.distance(id, text) <= 3)
                .sorted()
                .toList();
        return near.isEmpty() ? List.of("Europe/Berlin", "America/New_York", "UTC") : near;
    }

    private CronFields cron(YamlMap schedule) {
        String text = schedule.text("cron").orElse("");
        if (schedule.has("time") || schedule.has("days")) {
            problems.add(schedule.place("cron"), "cron stands for time and days. Remove them, or cron.");
        }
        try {
            return CronFields.parse(text);
        } catch (IllegalArgumentException e) {
            problems.add(schedule.place("cron"), "cron \"%s\" cannot be used: %s.".formatted(text, e.getMessage()));
            return new CronFields(LocalTime.MIDNIGHT, Days.DAILY);
        }
    }

    private LocalTime time(YamlMap schedule) {
        String text = schedule.text("time").orElse("07:00");
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeParseException e) {
            problems.add(
                    schedule.place("time"), "time \"%s\" is not a time of the day. Write it as 07:00.".formatted(text));
            return LocalTime.MIDNIGHT;
        }
    }

    private Days days(YamlMap schedule) {
        if (schedule.node("days").orElse(null) instanceof SequenceNode sequence) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            sequence.getValue().forEach(item -> day(item, days));
            return days.isEmpty() ? Days.DAILY : Days.ofWeek(days);
        }
        String word = schedule.text("days").orElse("daily");
        return switch (word) {
            case "daily" -> Days.DAILY;
            case "weekdays" -> Days.WEEKDAYS;
            case "weekends" -> Days.WEEKENDS;
            default -> {
                problems.unknown(
                        schedule.place("days"),
                        "a choice of days",
                        word,
                        List.of("daily", "weekdays", "weekends", "[mon, fri]"));
                yield Days.DAILY;
            }
        };
    }

    private void day(Node item, Set<DayOfWeek> days) {
        String text = item instanceof ScalarNode scalar ? scalar.getValue().toLowerCase(Locale.ROOT) : "";
        int index = DAY_NAMES.indexOf(text.substring(0, Math.min(3, text.length())));
        if (index < 0) {
            problems.unknown(item, "a day", text, DAY_NAMES);
        } else {
            days.add(DayOfWeek.of(index + 1));
        }
    }

    private List<Dates> except(YamlMap schedule) {
        List<Dates> except = new ArrayList<>();
        for (Node item : schedule.oneOrMore("except")) {
            String text = item instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
            Matcher matcher = DATES.matcher(text);
            try {
                if (!matcher.matches()) {
                    throw new DateTimeException("not of the form");
                }
                LocalDate first = LocalDate.parse(matcher.group(1));
                String last = matcher.group(2);
                except.add(new Dates(first, last == null ? first : LocalDate.parse(last)));
            } catch (DateTimeException e) {
                problems.add(
                        item,
                        "except \"%s\" is not a date. Write 2026-12-25, or 2026-12-24..2026-12-26.".formatted(text));
            } catch (IllegalArgumentException e) {
                problems.add(item, "except \"%s\" runs backwards. Write the earlier date first.".formatted(text));
            }
        }
        return except;
    }

    private Lateness lateness(YamlMap schedule) {
        Missed missed = schedule.choice("missed", Missed.class, Missed.SEND);
        Optional<Duration> late = schedule.span("late", LEAST_LATE, MOST_LATE);
        if (missed != Missed.SEND && schedule.has("late")) {
            problems.add(
                    schedule.place("late"),
                    "late is for \"missed: send\"; with \"missed: %s\" nothing goes out late. Remove one of them."
                            .formatted(missed.name().toLowerCase(Locale.ROOT)));
        }
        return new Lateness(missed, late);
    }

    private SendWindow between(YamlMap schedule) {
        String text = schedule.text("between").orElse("");
        Matcher matcher = WINDOW.matcher(text);
        if (!schedule.has("between") || text.isEmpty()) {
            return SendWindow.ALWAYS;
        }
        Optional<LocalTime> from = matcher.matches() ? hour(matcher.group(1)) : Optional.empty();
        Optional<LocalTime> to = from.flatMap(start -> hour(matcher.group(2)));
        if (to.isEmpty() || from.equals(to)) {
            problems.add(
                    schedule.place("between"),
                    "between \"%s\" is not from one time to another. Write \"06:00-22:00\".".formatted(text));
            return SendWindow.ALWAYS;
        }
        return new SendWindow(from.get(), to.get());
    }

    /** A time of the day; 24:00 is the end of it. */
    private static Optional<LocalTime> hour(String text) {
        try {
            return Optional.of(text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text, TIME));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
