package dev.standfirst.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/**
 * What the scripts of a page tell the services that count its readers, or hold for those that draw it: the author and
 * the day of publication, under one of many names. Scripts hold other articles as well, so that what they say counts
 * only where they all say the same, and where the page says nothing else.
 *
 * @param authors values of the keys of authors, each once
 * @param dates values of the keys of publication, each once
 */
record ScriptFacts(Set<String> authors, Set<String> dates) {

    private static final String VALUE =
            "\\\\?[\"']?\\s{0,3}[:=]\\s{0,3}\\[?\\s?(?:\\{[^{}]{0,80}?name\\\\?[\"']\\s?:\\s?)?\\\\?[\"']([^\"'\\\\<>{}\\[\\]]{4,80})\\\\?[\"']";
    private static final Pattern AUTHOR = Pattern.compile("(?:uthors?|ylines?)(?:[_-]?[nN]ames?)?" + VALUE);
    private static final Pattern DATE =
            Pattern.compile("ub(?:lish|lished|lication)?(?:[_-]?(?:[dD]ate|[oO]n|[aA]t|[tT]ime))?" + VALUE);

    /** In characters, of all scripts together. */
    private static final int MOST_READ = 1_000_000;

    /** Of a key with its value. */
    private static final int LONGEST = 300;

    private static final int MOST_HITS = 200;
    private static final int MOST_VALUES = 8;

    /** Reads scripts that are no JSON-LD. */
    static ScriptFacts of(List<Element> scripts) {
        ScriptFacts facts = new ScriptFacts(new LinkedHashSet<>(), new LinkedHashSet<>());
        int left = MOST_READ;
        for (Element script : scripts) {
            String code = script.childNode(0) instanceof DataNode data ? data.getWholeData() : "";
            left -= code.length();
            if (left < 0) {
                break;
            }
            collect(code, List.of("uthor", "yline"), AUTHOR, facts.authors);
            collect(code, List.of("ublish", "ublication", "ubDate", "ubdate", "ub_date"), DATE, facts.dates);
        }
        return facts;
    }

    /** @param keys parts of keys without their first letter, which may be a capital */
    private static void collect(String code, List<String> keys, Pattern form, Set<String> values) {
        List<Integer> places = new ArrayList<>();
        for (String key : keys) {
            int at = code.indexOf(key);
            for (int hits = 0; at >= 0 && hits < MOST_HITS; hits++) {
                places.add(at);
                at = code.indexOf(key, at + key.length());
            }
        }
        Matcher matcher = form.matcher(code);
        for (int place : places) {
            matcher.region(place, Math.min(code.length(), place + LONGEST));
            if (values.size() < MOST_VALUES && matcher.lookingAt()) {
                values.add(ShortText.squeeze(matcher.group(1)));
            }
        }
    }
}
