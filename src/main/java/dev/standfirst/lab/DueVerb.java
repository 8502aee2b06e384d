package dev.standfirst.lab;

import dev.standfirst.digest.Dates;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Lateness;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.SendWindow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code {"kind":"daily","zone","time","from","to"}} to {@code {"runs"}}: the instants at which the editions of these
 * local dates are due. {@code days} (numbers from Monday, 1) and {@code except} (dates) may be given. Other kinds have
 * no runs to tell.
 */
final class DueVerb implements LabVerb {

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) {
        if (!input.path("kind").asString("daily").equals("daily")) {
            return Map.of();
        }
        Schedule schedule = new Schedule(
                LocalTime.parse(input.path("time").asString()),
                ZoneId.of(input.path("zone").asString()),
                days(input.path("days")),
                except(input.path("except")),
                Lateness.USUAL,
                SendWindow.ALWAYS);
        LocalDate from = LocalDate.parse(input.path("from").asString());
        LocalDate to = LocalDate.parse(input.path("to").asString());
        List<String> runs = from.datesUntil(to.plusDays(1))
                .flatMap(date -> schedule.dueOn(date).stream())
                .map(Object::toString)
                .toList();
        return Map.of("runs", runs);
    }

    private static Days days(JsonNode days) {
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        days.forEach(day -> chosen.add(DayOfWeek.of(day.asInt())));
        return chosen.isEmpty() ? Days.DAILY : Days.ofWeek(chosen);
    }

    private static List<Dates> except(JsonNode except) {
        List<Dates> dates = new ArrayList<>();
        except.forEach(date -> dates.add(Dates.on(LocalDate.parse(date.asString()))));
        return dates;
    }
}
