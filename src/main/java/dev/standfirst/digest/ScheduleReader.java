package dev.standfirst.digest;

import dev.standfirst.text.DidYouMean;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a digest file's {@code schedule}: time and days, or a cron expression, and a zone. */
final class ScheduleReader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);
    private static final List<String> DAY_NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final Problems problems;

    ScheduleReader(Problems problems) {
        this.problems = problems;
    }

    Schedule read(YamlMap file) {
        YamlMap schedule = file.map("schedule", Set.of("time", "zone", "days", "cron"));
        ZoneId zone = zone(schedule);
        if (schedule.has("cron")) {
            CronFields cron = cron(schedule);
            return new Schedule(cron.time(), zone, cron.days());
        }
        return new Schedule(time(schedule), zone, days(schedule));
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
}
