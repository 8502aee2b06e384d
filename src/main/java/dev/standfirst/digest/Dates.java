package dev.standfirst.digest;

import java.time.LocalDate;

/**
 * Dates in a row.
 *
 * @param first the first
 * @param last the last, which may be the first
 */
public record Dates(LocalDate first, LocalDate last) {

    public Dates {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last is before the first");
        }
    }

    /** A date alone. */
    public static Dates on(LocalDate date) {
        return new Dates(date, date);
    }

    /** Whether a date is among them. */
    public boolean include(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }

    /** As digest files have it: 2026-12-25, or 2026-12-24..2026-12-26. */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + ".." + last;
    }
}
