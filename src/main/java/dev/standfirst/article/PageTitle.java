package dev.standfirst.article;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The headline of a page: what its structured data, its meta elements, its first heading and its title agree on. */
final class PageTitle {

    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—·•»\\-:]\\s+|\\s*\\|\\s*");

    private PageTitle() {}

    static String of(Document document, String headline, String site) {
        String heading = heading(document);
        String named = PageMetadata.meta(document, "og:title", "twitter:title");
        for (String candidate : List.of(named, headline, document.title())) {
            if (!heading.isEmpty() && same(candidate, heading)) {
                return heading;
            }
        }
        for (String candidate : List.of(named, headline, heading, document.title())) {
            if (!candidate.isBlank()) {
                return withoutSite(candidate.strip(), site);
            }
        }
        return "";
    }

    /** The text of the only first-level heading, or of the one inside the article. */
    private static String heading(Document document) {
        List<Element> headings = document.select("article h1, main h1, [itemprop=headline]");
        List<Element> all = headings.isEmpty() ? document.select("h1") : headings;
        return all.isEmpty() ? "" : all.get(0).text().strip();
    }

    private static boolean same(String candidate, String heading) {
        String a = letters(candidate);
        String b = letters(heading);
        return !b.isEmpty() && (a.equals(b) || (a.startsWith(b) && b.length() > 15));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** "Headline | The Outlet" and "The Outlet: Headline" without the outlet. */
    private static String withoutSite(String title, String site) {
        List<String> parts = List.of(SEPARATOR.split(title, -1));
        if (parts.size() < 2) {
            return title;
        }
        String last = parts.get(parts.size() - 1);
        boolean named = !site.isEmpty() && letters(last).contains(letters(site));
        boolean shortTail = title.contains("|") && last.split(" ").length <= 4;
        if (named || shortTail) {
            return title.substring(0, title.length() - last.length()).replaceAll("\\s*[|–—·•»\\-:]\\s*$", "");
        }
        boolean first = !site.isEmpty() && letters(parts.get(0)).equals(letters(site));
        return first ? title.substring(parts.get(0).length()).replaceAll("^\\s*[|–—·•»\\-:]\\s*", "") : title;
    }
}
