package dev.standfirst.template;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Pages' own words in one language, from message bundles. Every message is a pattern of {@link MessageFormat}; numbers
 * choose their plural with {@code {n,choice,...}}, and no sentence is joined of parts.
 */
public final class Words {

    /** The languages that there are bundles of; the first one is that of readers whose language is not known. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

    private final Locale language;
    private final Locale format;
    private final ResourceBundle bundle;
    private final Map<String, Object> fixed = new HashMap<>();

    private Words(String name, Locale language) {
        this.language = language;
        // English dates as "18 November 2026", and no falling back on whatever the machine speaks.
        this.format = language.getLanguage().equals("en") ? Locale.UK : language;
        this.bundle = ResourceBundle.getBundle(
                name, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        for (String key : bundle.keySet()) {
            if (bundle.getString(key).indexOf('{') < 0) {
                fixed.put(key, say(key));
            }
        }
    }

    /**
     * Those of a language; of the first of all where there are none of it.
     *
     * @param bundle name of the bundles, as a resource: {@code dev.standfirst.web.pages}
     */
    public static Words of(String bundle, Locale language) {
        Locale known = LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(language.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.get(0));
        return KNOWN.computeIfAbsent(bundle + " " + known.getLanguage(), key -> new Words(bundle, known));
    }

    /** The language itself: {@code en}, {@code de}. */
    public Locale language() {
        return language;
    }

    /** For names of days and months. */
    public Locale format() {
        return format;
    }

    /** One message. */
    public String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), format).format(values);
    }

    /** A day or time by one of the bundle's patterns, which are those of {@link DateTimeFormatter}. */
    public String date(String key, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(bundle.getString(key), format).format(time);
    }

    /** All messages that have no values, by their keys: for templates. */
    public Map<String, Object> fixed() {
        return fixed;
    }
}
