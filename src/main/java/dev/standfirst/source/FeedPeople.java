package dev.standfirst.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who wrote something, in plain text: names where there are any. RSS mixes names with mail addresses in one element,
 * Atom and JSON Feed name them apart.
 */
final class FeedPeople {

    /** "kim@paper.example (Kim Park)" and "Kim Park (kim@paper.example)". */
    private static final Pattern BRACKETS = Pattern.compile("([^()]{1,200}+)\\(([^()]{1,200}+)\\)");

    /** "Kim Park &lt;kim@paper.example&gt;". */
    private static final Pattern ANGLES = Pattern.compile("([^<>]{1,200}+)<[^<>\\s@]{1,200}+@[^<>\\s]{1,200}+>");

    private FeedPeople() {}

    /** The people of the first of these names under which there are some, separated by commas; may be empty. */
    static String of(FeedElement parent, String... names) {
        for (String name : names) {
            List<String> people = new ArrayList<>();
            for (FeedElement person : parent.all(name)) {
                String one = person(person);
                if (!one.isEmpty() && !people.contains(one) && people.size() < 20) {
                    people.add(one);
                }
            }
            if (!people.isEmpty()) {
                return String.join(", ", people);
            }
        }
        return "";
    }

    private static String person(FeedElement person) {
        if (!person.hasElements()) {
            return name(FeedHtml.plain(person.text()));
        }
        for (String part : List.of("atom:name", "name", "itunes:name", "atom:email", "email", "atom:uri", "atom:url")) {
            String text = FeedHtml.plain(person.text(part));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return FeedHtml.oneLine(person.text());
    }

    /** The name out of a name with a mail address; a mail address alone stays. */
    static String name(String text) {
        Matcher brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            String before = brackets.group(1).strip();
            String inside = brackets.group(2).strip();
            return before.contains("@") && !inside.contains("@") ? inside : inside.contains("@") ? before : text;
        }
        Matcher angles = ANGLES.matcher(text);
        return angles.matches() ? angles.group(1).replace("\"", "").strip() : text;
    }
}
