package dev.standfirst.text;

import java.text.MessageFormat;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.ResourceBundle;

/** Facts in English, whatever the machine speaks. */
final class English implements Fact.Language {

    static final English WORDS = new English();

    private final ResourceBundle patterns = ResourceBundle.getBundle(
            Fact.BUNDLE,
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private English() {}

    @Override
    public String say(String key, Object... values) {
        return new MessageFormat(patterns.getString(key), Locale.UK).format(values);
    }

    @Override
    public String date(String key, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(patterns.getString(key), Locale.UK).format(time);
    }

    boolean knows(String key) {
        return patterns.containsKey(key);
    }
}
