package dev.standfirst.web;

import dev.standfirst.template.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * One request for a public page, and the words it is answered in.
 *
 * @param request as it came
 * @param words in the reader's language
 * @param form what was filled in
 */
record Visit(HttpServletRequest request, Words words, Form form) {

    /** In the language asked for, else the browser's, else this one. */
    static Visit of(HttpServletRequest request, Locale otherwise) {
        return new Visit(request, Tongue.of(request, otherwise), new Form(request));
    }

    /** Of a page that belongs to no digest. */
    static Visit of(HttpServletRequest request) {
        return of(request, Words.LANGUAGES.get(0));
    }

    /** The language as a parameter of links to go on in it; empty where nobody asked for one. */
    String language() {
        return Tongue.asked(request)
                .map(language -> Tongue.PARAMETER + "=" + language.toLanguageTag())
                .orElse("");
    }

    /** The path of the page, without parameters. */
    String path() {
        return request.getRequestURI();
    }

    String say(String key, Object... values) {
        return words.say(key, values);
    }
}
