package dev.standfirst.api;

import org.jspecify.annotations.Nullable;

/** Texts that callers send. */
final class Texts {

    private Texts() {}

    /** Refuses what is longer than there is room for, rather than to cut it. */
    static void limit(String field, @Nullable String text, int most) {
        if (text != null && text.length() > most) {
            throw Refusal.value(
                    field,
                    "The field \"%s\" has room for %d characters, and this has %d."
                            .formatted(field, most, text.length()));
        }
    }

    static String orElse(@Nullable String text, String other) {
        return text == null || text.isBlank() ? other : text.strip();
    }
}
