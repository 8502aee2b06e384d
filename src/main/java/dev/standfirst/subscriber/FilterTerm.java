package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Condition.Attribute;
import dev.standfirst.subscriber.Condition.Between;
import dev.standfirst.subscriber.Condition.Compare;
import dev.standfirst.subscriber.Condition.Match;
import dev.standfirst.subscriber.Condition.Or;
import dev.standfirst.subscriber.Condition.Wanted;
import dev.standfirst.text.DidYouMean;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A comparison as it was written, to be understood.
 *
 * @param at where it starts
 * @param name of the field
 * @param operator one of {@code : = != > >= < <=}
 * @param value whole, or the beginning of one
 */
record FilterTerm(int at, String name, String operator, Wanted value) {

    private static final List<String> YES_OR_NO = List.of("yes", "no");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    /** Of a field that is known, or else of an attribute; a name that is nearly a field's is taken for a slip. */
    Condition ofField() {
        Optional<FilterField> field =
                name.equalsIgnoreCase("email") ? Optional.of(FilterField.ADDRESS) : FilterField.of(name);
        if (field.isPresent()) {
            return field.get().isDate() ? days(field.get()) : comparison(field.get());
        }
        DidYouMean.among(FilterField.names(), name).ifPresent(near -> {
            throw wrong("there is no field \"%s\". Did you mean \"%s\"? An attribute of that name: \"%s\":"
                    .formatted(name, near, name));
        });
        return ofAttribute();
    }

    Condition ofAttribute() {
        requireEquality("an attribute");
        return new Attribute(name, !operator.equals("!="), value);
    }

    private Condition comparison(FilterField field) {
        requireEquality(field.words());
        if (value.match() == Match.BEGINNING
                && (field.kind() != FilterField.Kind.TEXT || value.text().isEmpty())) {
            throw wrong("a star stands where %s has none; write the whole value".formatted(field.words()));
        }
        boolean equal = !operator.equals("!=");
        return switch (field.kind()) {
            case TEXT -> new Compare(field, equal, text(field));
            case DOMAIN -> new Compare(field, equal, whole(domain()));
            case LIST -> new Compare(field, equal, whole(list()));
            case WORD -> new Compare(field, equal, whole(oneOf(field.choices()).toUpperCase(Locale.ROOT)));
            case YES_OR_NO -> new Compare(field, equal == oneOf(YES_OR_NO).equals("yes"), whole(""));
            default -> new Compare(field, equal, whole(lower()));
        };
    }

    private void requireEquality(String what) {
        if (operator.startsWith("<") || operator.startsWith(">")) {
            throw wrong("%s is compared with %s; it knows : and = and != alone".formatted(what, operator));
        }
    }

    private Wanted text(FilterField field) {
        if (value.match() == Match.BEGINNING) {
            return new Wanted(lower(), Match.BEGINNING);
        }
        if (operator.equals(":") && !value.text().isEmpty()) {
            return new Wanted(lower(), Match.ANYWHERE);
        }
        return field == FilterField.ADDRESS
                        && EmailAddress.parse(value.text()) instanceof EmailAddress.Parsed.Valid valid
                ? whole(valid.address().normal())
                : whole(lower());
    }

    private String domain() {
        String domain = EmailAddress.ascii(value.text());
        if (domain.isEmpty()) {
            throw wrong("\"%s\" is no domain; one is written as in domain:example.org".formatted(value.text()));
        }
        return domain;
    }

    private String list() {
        if (!Lists.isName(lower())) {
            throw wrong(
                    "\"%s\" is no name of a list: these have small letters, digits and dashes".formatted(value.text()));
        }
        return lower();
    }

    private String oneOf(List<String> choices) {
        return choices.stream()
                .filter(choice -> choice.equals(lower()))
                .findFirst()
                .orElseThrow(() -> wrong("%s is never \"%s\"%s; it is one of %s"
                        .formatted(
                                name,
                                value.text(),
                                DidYouMean.among(choices, value.text())
                                        .map(". Did you mean \"%s\"?"::formatted)
                                        .orElse(""),
                                String.join(", ", choices))));
    }

    private Condition days(FilterField field) {
        LocalDate day = day();
        Optional<LocalDate> start = Optional.of(day);
        Optional<LocalDate> next = Optional.of(day.plusDays(1));
        return switch (operator) {
            case ">" -> new Between(field, next, Optional.empty());
            case ">=" -> new Between(field, start, Optional.empty());
            case "<" -> new Between(field, Optional.empty(), start);
            case "<=" -> new Between(field, Optional.empty(), next);
            case "!=" ->
                new Or(List.of(
                        new Between(field, Optional.empty(), start), new Between(field, next, Optional.empty())));
            default -> new Between(field, start, next);
        };
    }

    private LocalDate day() {
        try {
            LocalDate day = LocalDate.parse(value.text());
            if (value.match() == Match.WHOLE && !day.isBefore(FIRST) && !day.isAfter(LAST)) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Told below, as other values that are no day.
        }
        throw wrong("\"%s\" is no day; one is written as in %s>2026-01-31".formatted(value.text(), name));
    }

    private String lower() {
        return value.text().toLowerCase(Locale.ROOT);
    }

    private static Wanted whole(String text) {
        return new Wanted(text, Match.WHOLE);
    }

    private FilterReader.Unreadable wrong(String reason) {
        return new FilterReader.Unreadable(at, reason);
    }
}
