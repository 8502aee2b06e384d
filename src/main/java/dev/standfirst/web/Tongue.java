package dev.standfirst.web;

import dev.standfirst.template.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/** In which language a page answers: the one asked for, else the browser's, else the digest's. */
final class Tongue {

    /** The parameter that asks for one. */
    static final String PARAMETER = "lang";

    private static final String BUNDLE = "dev.standfirst.web.pages";
    private static final int LONGEST_HEADER = 200;

    private Tongue() {}

    static Words of(HttpServletRequest request, Locale otherwise) {
        return words(asked(request).or(() -> spoken(request)).orElse(otherwise));
    }

    /** The words of readers' pages in a language. */
    static Words words(Locale language) {
        return Words.of(BUNDLE, language);
    }

    /** The language that the address asks for, if it is one of ours. */
    static Optional<Locale> asked(HttpServletRequest request) {
        String[] values = request.getParameterValues(PARAMETER);
        return values == null || values.length != 1
                ? Optional.empty()
                : Words.LANGUAGES.stream()
                        .filter(language -> language.toLanguageTag().equals(values[0]))
                        .findFirst();
    }

    private static Optional<Locale> spoken(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            List<LanguageRange> ranges = LanguageRange.parse(header);
            return Optional.ofNullable(Locale.lookup(ranges, Words.LANGUAGES));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
