package dev.standfirst.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The first stories of an edition, found in its HTML: a heading that links to an article, and below it sentences that
 * link to their places. A template of one's own that is built otherwise has none.
 */
final class Taste {

    private static final int STORIES = 2;
    private static final int QUOTES = 2;
    private static final String HEADING = ":is(h2, h3):has(> a[href])";
    private static final String SENTENCE = "a[href*=:~:text=]";

    private Taste() {}

    static List<Map<String, Object>> of(Document edition, Site site) {
        List<Map<String, Object>> stories = new ArrayList<>();
        for (Element heading : edition.select(HEADING)) {
            Element story = heading.parent();
            if (stories.size() < STORIES && story != null && story.selectFirst(SENTENCE) != null) {
                stories.add(story(heading, story, site));
            }
        }
        return stories;
    }

    private static Map<String, Object> story(Element heading, Element story, Site site) {
        Element link = heading.expectFirst("a[href]");
        Element words = first(link, "span[lang]");
        Element badge = story.selectFirst(".mk");
        return Map.of(
                "headline", words.text(),
                "lang", words.attr("lang"),
                "dir", direction(story),
                "url", url(link, site),
                "badge",
                        badge == null ? "" : badge.text().replace('\u00A0', ' ').strip(),
                "quotes", quotes(story, site));
    }

    private static List<Map<String, Object>> quotes(Element story, Site site) {
        List<Map<String, Object>> quotes = new ArrayList<>();
        for (Element link : story.select(SENTENCE)) {
            Element words = first(link, "span[lang]");
            Element outlet = link.selectFirst(".lnk");
            String label = outlet == null ? "" : outlet.text().replace("›", "").replace('\u00A0', ' ');
            quotes.add(Map.of(
                    "text", words.text(),
                    "lang", words.attr("lang"),
                    "dir", direction(link),
                    "url", url(link, site),
                    "outlet", label.strip()));
        }
        return quotes.subList(0, Math.min(QUOTES, quotes.size()));
    }

    private static Element first(Element parent, String query) {
        Element found = parent.selectFirst(query);
        return found == null ? parent : found;
    }

    private static String direction(Element element) {
        Element directed = element.closest("[dir]");
        return directed == null ? "ltr" : directed.attr("dir");
    }

    /** Only what a browser opens as a page. */
    private static String url(Element link, Site site) {
        String href = site.localised(link.attr("href"));
        return href.matches("(?is)(https?:/)?/.*") ? href : "#";
    }
}
