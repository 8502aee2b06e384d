package dev.standfirst.edition;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The mail's own words in one language, from the message bundles; English where there is no bundle. */
final class EditionWords {

    private static final String BUNDLE = "dev.standfirst.edition.edition";
    private static final Map<Locale, EditionWords> LANGUAGES = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle bundle;

    private EditionWords(Locale language) {
        // English dates as "18 November 2026", and no falling back on whatever the machine speaks.
        this.locale = language.getLanguage().equals("en") ? Locale.UK : language;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static EditionWords of(Locale language) {
        return LANGUAGES.computeIfAbsent(language, EditionWords::new);
    }

    /** Whether there are words in a language. */
    static boolean has(Locale language) {
        String found = of(language).bundle.getLocale().getLanguage();
        return language.getLanguage().equals(found.isEmpty() ? "en" : found);
    }

    Locale locale() {
        return locale;
    }

    /** A pattern of {@link java.time.format.DateTimeFormatter}. */
    String pattern(String key) {
        return bundle.getString(key);
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}
