package dev.standfirst.api;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with JSON, in words for who wrote it: the field, what it may be, and never a name of our classes. */
final class JsonMistakes {

    private static final int SHOWN = 100;

    private JsonMistakes() {}

    static Refusal explain(JacksonException e) {
        if (e.getCause() instanceof Refusal refusal) {
            return refusal;
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknown(unknown);
        }
        if (String.valueOf(e.getOriginalMessage()).startsWith("Trailing token")) {
            return wrong("The body is not JSON: something comes after its end.");
        }
        if (e instanceof MismatchedInputException mismatch) {
            return mismatch(mismatch);
        }
        if (e instanceof StreamConstraintsException) {
            return wrong("The body is nested deeper than 20 levels, or has a number or a name that is too long.");
        }
        String message = String.valueOf(e.getOriginalMessage());
        if (message.startsWith("Duplicate")) {
            return wrong("A field is given twice%s. Give each once.".formatted(place(e)));
        }
        return wrong("The body is not JSON%s.".formatted(place(e)));
    }

    private static Refusal wrong(String sentence) {
        return Refusal.of(ProblemKind.JSON_WRONG, sentence + " Nothing was changed.");
    }

    private static Refusal unknown(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds() == null ? List.of() : e.getKnownPropertyIds();
        String all = known.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Refusal.of(
                ProblemKind.FIELD_UNKNOWN,
                path(e),
                "There is no field %s here. There %s: %s. Nothing was changed."
                        .formatted(Refusal.quote(e.getPropertyName()), known.size() == 1 ? "is" : "are", all));
    }

    private static Refusal mismatch(MismatchedInputException e) {
        String field = path(e);
        String given =
                e instanceof InvalidFormatException format ? Refusal.quote(String.valueOf(format.getValue())) : "It";
        String place = field.isEmpty() ? "The body" : "The field \"%s\"".formatted(field);
        return Refusal.value(field, "%s must be %s. %s is not.".formatted(place, kind(e.getTargetType()), given));
    }

    /** A type as people call it. */
    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "string" -> "a text";
            case "boolean" -> "true or false";
            case "int", "integer", "long" -> "a whole number";
            case "localdate" -> "a date like 2026-11-18";
            case "list", "arraylist", "set", "collection" -> "an array";
            default -> "an object with fields";
        };
    }

    private static String path(JacksonException e) {
        String path = e.getPath().stream()
                .map(reference -> reference.getPropertyName() == null ? "" : reference.getPropertyName())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("."));
        return path.length() <= SHOWN ? path : path.substring(0, SHOWN);
    }

    private static String place(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : ", line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
}
