package dev.standfirst.consent;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What mails say in one language, from the message bundles; English where there is no bundle. */
final class ConsentWords {

    private static final String WRONG_ADDRESS = "wrong.";

    private final Locale locale;
    private final ResourceBundle bundle;

    private ConsentWords(ResourceBundle bundle) {
        this.bundle = bundle;
        this.locale = bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
    }

    static ConsentWords of(Locale language) {
        return new ConsentWords(ResourceBundle.getBundle(
                "dev.standfirst.consent.consent",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The language that is spoken: English, where there is no bundle for the one that was wanted. */
    Locale locale() {
        return locale;
    }

    String say(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /**
     * What is wrong with an address, in this language.
     *
     * @param reason as {@code EmailAddress} gives it, in English
     */
    String reason(String reason) {
        if (locale.getLanguage().equals("en")) {
            return reason;
        }
        String key = WRONG_ADDRESS + reason.replaceAll("[^a-z0-9@]+", ".");
        return bundle.getString(bundle.containsKey(key) ? key : WRONG_ADDRESS + "other");
    }
}
