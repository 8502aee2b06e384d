package dev.standfirst.subscriber;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A filter as a tree. */
sealed interface Condition {

    /** All hold; without any, it holds for everybody. */
    record And(List<Condition> parts) implements Condition {

        public And {
            parts = List.copyOf(parts);
        }
    }

    /** One of them holds at least. */
    record Or(List<Condition> parts) implements Condition {

        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** It does not hold. */
    record Not(Condition part) implements Condition {}

    /** A text in the address or the name. */
    record Word(Wanted wanted) implements Condition {}

    /** A field has, is, or is not a value. */
    record Compare(FilterField field, boolean equal, Wanted wanted) implements Condition {}

    /** A field that is a time lies on one of the days from the first on and before the second. */
    record Between(FilterField field, Optional<LocalDate> from, Optional<LocalDate> before) implements Condition {}

    /** An attribute is a value, or is not. */
    record Attribute(String name, boolean equal, Wanted wanted) implements Condition {}

    /**
     * A value.
     *
     * @param text in the form in which it is kept
     * @param match how much of what is kept it has to be
     */
    record Wanted(String text, Match match) {}

    /** How much of what is kept a value has to be. */
    enum Match {
        WHOLE,
        BEGINNING,
        ANYWHERE
    }
}
