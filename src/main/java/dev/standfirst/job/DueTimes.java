package dev.standfirst.job;

import dev.standfirst.text.Fact;
import dev.standfirst.text.Fact.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** When something is due, for people: "18:00" today, else "Thu 19 Nov 07:00". */
final class DueTimes {

    private DueTimes() {}

    static String show(Instant due, Instant now, ZoneId zone) {
        return Fact.of("fact.moment", moment(due, now, zone)).english();
    }

    static Moment moment(Instant due, Instant now, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(due, zone);
        boolean today = local.toLocalDate().equals(LocalDate.ofInstant(now, zone));
        return new Moment(today ? "fact.time.today" : "fact.time.day", local);
    }
}
