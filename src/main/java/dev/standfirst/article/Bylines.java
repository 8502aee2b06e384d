package dev.standfirst.article;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote an article: names of people, without roles, addresses and handles. */
final class Bylines {

    private static final int LONGEST = 60;
    private static final int MOST = 8;
    private static final Pattern LEAD = Pattern.compile(
            "^(?:written by|reported by|reporting by|story by|words by|text by|by|von|par|por|di|autor|author)[:\\s]+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS = Pattern.compile("\\s*(?:,|;|\\band\\b|\\bund\\b|\\bet\\b|&|\\|)\\s*");

    private Bylines() {}

    static String of(Document document, List<String> structured, String site) {
        List<String> names = tidy(structured, site);
        if (names.isEmpty()) {
            names = tidy(
                    List.of(PageMetadata.meta(
                            document,
                            "author",
                            "article:author",
                            "parsely-author",
                            "sailthru.author",
                            "dc.creator",
                            "DC.creator",
                            "byl")),
                    site);
        }
        return String.join(", ", names.isEmpty() ? tidy(inMarkup(document), site) : names);
    }

    private static List<String> inMarkup(Document document) {
        List<String> names = new ArrayList<>();
        for (Element element : document.select(
                "[rel=author], [itemprop=author], .author-name, .byline, .author, .post-author, .article-author")) {
            String text = element.text();
            if (text.length() <= LONGEST * 2) {
                names.add(text);
            }
            if (names.size() >= 2) {
                break;
            }
        }
        return names;
    }

    private static List<String> tidy(List<String> raw, String site) {
        Set<String> names = new LinkedHashSet<>();
        for (String text : raw) {
            for (String part : PARTS.split(LEAD.matcher(text.strip()).replaceFirst(""))) {
                String name = LEAD.matcher(part.strip()).replaceFirst("");
                if (isName(name, site) && names.size() < MOST) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    private static boolean isName(String name, String site) {
        boolean handle = name.contains("@") || name.contains("/") || name.contains(":");
        boolean us = name.toLowerCase(Locale.ROOT).equals(site.toLowerCase(Locale.ROOT));
        return name.length() > 2
                && name.length() <= LONGEST
                && !handle
                && !us
                && Character.isUpperCase(name.codePointAt(0))
                && name.chars().noneMatch(Character::isDigit);
    }
}
