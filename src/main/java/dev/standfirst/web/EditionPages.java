package dev.standfirst.web;

import dev.standfirst.edition.Archive.Issue;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.Slot;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Editions as pages: without what is for one person. Each is taken apart once and kept; it never changes. */
@Component
class EditionPages {

    private static final int KEPT = 100;

    private final Editions editions;
    private final Site site;
    private final Latest<Long, String> pages = new Latest<>(KEPT);
    private final Latest<Long, List<Map<String, Object>>> stories = new Latest<>(KEPT);

    EditionPages(Editions editions, Site site) {
        this.editions = editions;
        this.site = site;
    }

    /**
     * The page of an edition.
     *
     * @param links lines for its head and its foot, made of HTML by us
     */
    String page(Issue issue, Surroundings links) {
        String page = pages.get(issue.id(), this::read);
        int body = page.indexOf('>', page.indexOf("<body")) + 1;
        int end = page.lastIndexOf("</body>");
        return page.substring(0, body) + links.head() + page.substring(body, end) + links.foot() + page.substring(end);
    }

    /**
     * What stands around an edition on its page.
     *
     * @param head HTML
     * @param foot HTML
     */
    record Surroundings(String head, String foot) {}

    /** Its top stories with some of their sentences, as a taste. */
    List<Map<String, Object>> taste(Issue issue) {
        return stories.get(issue.id(), id -> Taste.of(Jsoup.parse(pages.get(id, this::read)), site));
    }

    private String read(long id) {
        StoredEdition edition = editions.find(id).orElseThrow();
        Document document = Jsoup.parse(edition.inBrowser());
        for (Slot slot : Slot.values()) {
            document.select("p:contains(" + slot.mark() + ")").remove();
            document.select("[href*=" + slot.mark() + "]").forEach(link -> remove(link.closest("p"), link));
        }
        for (Element link : document.select("a[href]")) {
            link.attr("href", site.localised(link.attr("href")));
        }
        // "Read in browser" has led here.
        document.select("a[href=" + EditionController.path(edition.digest(), edition.date()) + "]")
                .remove();
        document.outputSettings().prettyPrint(false);
        return Slot.strip(document.outerHtml());
    }

    private static void remove(@Nullable Element paragraph, Element link) {
        (paragraph == null ? link : paragraph).remove();
    }
}
