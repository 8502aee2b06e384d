package dev.standfirst.source;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What readers of a mail are told of a source that could not be read: nothing of this machine, and no advice, which a
 * reader cannot follow. Problems are stored in English; in another language a reader is told their kind.
 */
final class ReaderWords {

    private static final String BUNDLE = "dev.standfirst.source.readers";
    private static final Pattern STATUS = Pattern.compile("answered (\\d{3})\\b.*");

    /** The kinds, by how the English words of a problem begin or what they hold; the first that fits counts. */
    private static final Map<String, Pattern> KINDS = kinds();

    private static final String GONE = "410";

    private ReaderWords() {}

    static String of(StoredSource source, Locale language) {
        String problem = source.problem().split("; ", 2)[0];
        if (source.isLocal()) {
            return words(language).getString("unreadable");
        }
        return language.getLanguage().equals("en") ? problem : translated(problem, words(language), language);
    }

    private static String translated(String problem, ResourceBundle words, Locale language) {
        Matcher status = STATUS.matcher(problem);
        if (status.matches()) {
            return status.group(1).equals(GONE)
                    ? words.getString("gone")
                    : new MessageFormat(words.getString("status"), language).format(new Object[] {status.group(1)});
        }
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(problem).find())
                .findFirst()
                .map(kind -> words.getString(kind.getKey()))
                .orElseGet(() -> words.getString("unreadable"));
    }

    private static Map<String, Pattern> kinds() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put("missing", Pattern.compile("^cannot be found"));
        kinds.put("unsafe", Pattern.compile("certificate|no TLS connection"));
        kinds.put(
                "silent",
                Pattern.compile("^did not |^refused the connection|^cannot be reached|^broke |^closed the connection"));
        kinds.put("empty", Pattern.compile("^lists nothing"));
        kinds.put("changed", Pattern.compile("not a feed|not a sitemap|is a web page|names no feed"));
        return kinds;
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
