package dev.standfirst.article;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What is never part of an article, dropped before anything is weighed: by element, by role, and by the words that
 * class names and ids are made of. A name alone never drops what holds most of the page's paragraphs.
 */
final class Boilerplate {

    private static final String ELEMENTS =
            "script, style, noscript, template, iframe, object, embed, svg, canvas, video, audio, "
                    + "form, input, button, select, textarea, nav, footer, dialog, menu, "
                    + "[role=navigation], [role=banner], [role=contentinfo], [role=search], [role=complementary], [role=dialog], "
                    + "[role=menu], [role=toolbar], [aria-hidden=true], [hidden], [style*=display:none], [style*=display: none]";

    private static final Pattern NAMES = Pattern.compile(
            "(?:^|[\\s_-]|\\b)(?:ad|ads|advert\\w*|adslot|sponsor\\w*|promo\\w*|newsletter\\w*|subscri\\w*|signup|sign-up|paywall"
                    + "|share\\w*|sharing|social\\w*|follow|related\\w*|recommend\\w*|more-(?:on|from|stories|news)|read-?(?:more|next|also)"
                    + "|most-?(?:read|popular|viewed)|trending|popular|outbrain|taboola|comment(?:s|-list|-area|-section|list|ary-form)?"
                    + "|disqus|respond|breadcrumb\\w*|cookie\\w*|consent|gdpr|banner|popup|modal|overlay|masthead|menu\\w*|navbar|navigation|nav"
                    + "|sidebar|side-bar|widget\\w*|footer|pagination|pager|pagenav|tags?|tag-?list|taglist|topics-list|author-?(?:bio|box|card|info)"
                    + "|bio|byline\\w*|dateline|timestamp|post-?meta|entry-?meta|article-?meta|meta-?data|caption\\w*|credit\\w*|copyright"
                    + "|toolbar|toolbox|tools|print|skip-?link\\w*|screen-reader\\w*|sr-only|visually-?hidden|toc|table-of-contents"
                    + "|login|search\\w*|reading-time|rating\\w*|poll|survey|donat\\w*|app-?promo|teaser\\w*|card-?list|hidden)(?:$|[\\s_-]|\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> KEPT = Set.of("body", "article", "main");
    private static final int MAX_NAME = 300;
    private static final double MAX_SHARE = 0.4;

    private Boilerplate() {}

    static void drop(Document document) {
        document.select(ELEMENTS).remove();
        int all = proseLength(document.body());
        for (Element element : List.copyOf(document.body().getElementsByAttributeStarting("class"))) {
            dropByName(element, all);
        }
        for (Element element : List.copyOf(document.body().getElementsByAttribute("id"))) {
            dropByName(element, all);
        }
        List.copyOf(document.body().getElementsByTag("aside")).forEach(Element::remove);
    }

    private static void dropByName(Element element, int all) {
        String name = element.className() + " " + element.id();
        boolean named = name.length() <= MAX_NAME && NAMES.matcher(name).find();
        if (named && !isKept(element) && proseLength(element) <= all * MAX_SHARE) {
            element.remove();
        }
    }

    private static boolean isKept(Element element) {
        return element.parent() == null || KEPT.contains(element.normalName()) || element.closest("pre, code") != null;
    }

    /** Characters in paragraphs: what an article is made of. */
    private static int proseLength(Element element) {
        return element.getElementsByTag("p").stream()
                .mapToInt(p -> p.text().length())
                .sum();
    }
}
