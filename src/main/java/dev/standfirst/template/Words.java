package dev.standfirst.template;

import dev.standfirst.text.Fact;
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
public final class Words implements Fact.Language {

    /** The languages that there are bundles of; the first one is that of readers whose language is not known. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final Map<String, Words> KNOWN = new ConcurrentHashMap<>();

    private final Locale language;
    private final Locale format;
    private final Map<String, String> patterns = new HashMap<>();
    private final Map<String, Object> fixed = new HashMap<>();

    private Words(List<String> names, Locale language) {
        this.language = language;
        // English dates as "18 November 2026", and no falling back on whatever the machine speaks.
        this.format = language.getLanguage().equals("en") ? Locale.UK : language;
        for (String name : names) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    name,
                    language,
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            bundle.keySet().forEach(key -> patterns.put(key, bundle.getString(key)));
        }
        patterns.forEach((key, pattern) -> {
            if (pattern.indexOf('{') < 0) {
                fixed.put(key, say(key));
            }
        });
    }

    /**
     * Those of a language; of the first of all where there are none of it.
     *
     * @param bundle name of the bundles, as a resource: {@code dev.standfirst.web.pages}
     */
    public static Words of(String bundle, Locale language) {
        return of(List.of(bundle), language);
    }

    /** The same of several bundles, none of which has a key of another. */
    public static Words of(List<String> bundles, Locale language) {
        Locale known = LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(language.getLanguage()))
                .findFirst()
                .orElse(LANGUAGES.get(0));
        return KNOWN.computeIfAbsent(bundles + " " + known.getLanguage(), key -> new Words(bundles, known));
    }

    /** The language itself: {@code en}, {@code de}. */
    public Locale language() {
        return language;
    }

    /** For names of days and months. */
    public Locale format() {
        return format;
    }

    @Override
    public String say(String key, Object... values) {
        return new MessageFormat(pattern(key), format).format(values);
    }

    /** A day or time by one of the bundle's patterns, which are those of {@link DateTimeFormatter}. */
    @Override
    public String date(String key, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(pattern(key), format).format(time);
    }

    /** All messages that have no values, by their keys: for templates. */
    public Map<String, Object> fixed() {
        return fixed;
    }

    private String pattern(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("there is no message " + key);
        }
        return pattern;
    }
}
