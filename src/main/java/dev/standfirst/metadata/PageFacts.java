package dev.standfirst.metadata;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * All that a page holds about its article rather than of it, gathered in one walk over the page.
 *
 * @param meta contents of its meta elements and addresses of its links, by their names in lower case
 * @param scripts its JSON-LD
 * @param code its other scripts, those that it holds itself
 * @param headings first and second level, and what is marked as a headline
 * @param dates elements that are, or are marked as, dates
 * @param bylines elements that are marked as bylines, and links to pages of authors
 * @param remarks short pieces of text that may hold a date, or that begin like a byline
 * @param pictures its images
 * @param title content of the title element; may be empty
 * @param language tag that its root declares; may be empty
 */
record PageFacts(
        Map<String, List<String>> meta,
        List<String> scripts,
        List<Element> code,
        List<Spot> headings,
        List<Spot> dates,
        List<Spot> bylines,
        List<Spot> remarks,
        List<Spot> pictures,
        String title,
        String language) {

    /**
     * An element, or a piece of text, and where it stands.
     *
     * @param element it, or the one that holds the text
     * @param text of it, white space collapsed; empty where it is longer than a remark
     * @param before the text that stands before it
     * @param at how many characters of text stand before it
     * @param asides how many elements around it set it apart from the article: navigation, lists of other articles
     * @param marks what its names say of it, see {@link NameMarks}
     */
    record Spot(Element element, String text, String before, int at, int asides, int marks) {

        boolean is(int mark) {
            return (marks & mark) != 0;
        }
    }

    /** Reads a page; changes nothing of it. */
    static PageFacts of(Document document) {
        return new PageWalk().over(document);
    }

    /** The first content of any of these names, white space collapsed, or an empty string. */
    String first(String... names) {
        for (String name : names) {
            List<String> contents = all(name);
            if (!contents.isEmpty()) {
                return contents.get(0);
            }
        }
        return "";
    }

    /** All contents of a name, in lower case, in their order. */
    List<String> all(String name) {
        return meta.getOrDefault(name, List.of());
    }
}
