package dev.standfirst.article;

import dev.standfirst.fetch.Page;
import java.util.Optional;

/**
 * Keeps the time that one page may take within bounds. A thread that extracts cannot be stopped from outside, so what
 * would take it too long is not begun: no article has so many elements.
 */
public final class PageLimits {

    private static final int ELEMENTS = 100_000;

    private PageLimits() {}

    /** Why a page is not looked at, fit behind its name; empty where it is. */
    public static Optional<String> objection(Page page) {
        byte[] body = page.body();
        int elements = 0;
        for (int i = 0; i + 2 < body.length; i++) {
            // In UTF-16, a zero stands before or behind each of them.
            elements += body[i] == '<' && isLetter(body[i + 1] == 0 ? body[i + 2] : body[i + 1]) ? 1 : 0;
        }
        return elements <= ELEMENTS
                ? Optional.empty()
                : Optional.of(
                        "is no article: it has %,d elements, and at most %,d are read".formatted(elements, ELEMENTS));
    }

    private static boolean isLetter(byte b) {
        return (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }
}
