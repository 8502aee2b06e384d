package dev.standfirst.desk;

import java.util.Optional;

/** Numbers that came with an address. */
final class Numbers {

    private Numbers() {}

    /** A number of up to 18 digits; empty where it is none. */
    static Optional<Long> of(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
