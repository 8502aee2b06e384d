package dev.standfirst.metadata;

import dev.standfirst.metadata.PageFacts.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;

/** The walk over a page that gathers its facts. */
final class PageWalk implements NodeFilter {

    private static final int LONGEST_TITLE = 1_000;
    private static final Set<String> SKIPPED = Set.of(
            "style", "svg", "template", "noscript", "iframe", "object", "select", "textarea", "button", "canvas");
    private static final Set<String> HEADINGS = Set.of("h1", "h2");
    private static final Set<String> META_NAMES = Set.of("property", "name", "itemprop", "http-equiv");
    private static final NameParts AUTHOR_PAGES = new NameParts()
            .and(1, "author/", "authors/", "/autor/", "/autore/", "/autori/", "/autoren/", "/autores/", "/auteur/")
            .and(1, "/auteurs/", "/contributor/", "/contributors/", "/journalist/", "/journalists/", "/columnist/")
            .and(1, "/columnists/", "/redakteur/", "/redakteure/", "/by/", "/yazar/", "/skribent/", "?author=");
    private static final Evaluator NAMES = Selector.evaluatorOf("[itemprop=name]");
    private static final int MOST_NESTED = 20;
    private static final int REMARK = 160;
    private static final int HEADING = 400;
    private static final int MOST = 400;

    private final Map<String, List<String>> meta = new HashMap<>();
    private final Map<String, Integer> marks = new HashMap<>();
    private final List<String> scripts = new ArrayList<>();
    private final List<Element> code = new ArrayList<>();
    private final List<Spot> headings = new ArrayList<>();
    private final List<Spot> dates = new ArrayList<>();
    private final List<Spot> bylines = new ArrayList<>();
    private final List<Spot> remarks = new ArrayList<>();
    private final List<Spot> pictures = new ArrayList<>();
    private String title = "";
    private String language = "";
    private String before = "";
    private int at;
    private int asides;
    private int nested;

    /** The depths at which the asides are open, the outermost first. */
    private int[] open = new int[16];

    PageFacts over(Document document) {
        document.filter(this);
        return new PageFacts(meta, scripts, code, headings, dates, bylines, remarks, pictures, title, language);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            read(text);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        return switch (element.normalName()) {
            case "meta" -> meta(element);
            case "link" -> link(element);
            case "script" -> script(element);
            case "title" -> title(element);
            case "html", "body" -> root(element);
            case "img" -> picture(element);
            default -> SKIPPED.contains(element.normalName()) ? FilterResult.SKIP_ENTIRELY : open(element, depth);
        };
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (asides > 0 && open[asides - 1] == depth) {
            asides--;
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult meta(Element element) {
        String content = ShortText.squeeze(element.attr("content"));
        if (!content.isEmpty()) {
            for (String attribute : META_NAMES) {
                String name = element.attr(attribute);
                if (!name.isEmpty()) {
                    keep(name, content);
                }
            }
        }
        if (element.attr("itemprop").startsWith("date")) {
            add(dates, element, content, NameMarks.of(element.attr("itemprop")));
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult link(Element element) {
        String href = element.attr("href").strip();
        if (!href.isEmpty()) {
            keep(element.attr("rel"), href);
        }
        return FilterResult.CONTINUE;
    }

    private void keep(String name, String content) {
        List<String> contents = meta.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), any -> new ArrayList<>(2));
        if (contents.size() < 20) {
            contents.add(content);
        }
    }

    private FilterResult script(Element element) {
        if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
            scripts.add(element.data());
        } else if (element.childNodeSize() > 0 && code.size() < MOST) {
            code.add(element);
        }
        return FilterResult.SKIP_ENTIRELY;
    }

    private FilterResult title(Element element) {
        if (title.isEmpty()) {
            title = ShortText.of(element, LONGEST_TITLE);
        }
        return FilterResult.SKIP_ENTIRELY;
    }

    private FilterResult root(Element element) {
        if (language.isEmpty()) {
            language = element.hasAttr("lang") ? element.attr("lang") : element.attr("xml:lang");
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult picture(Element element) {
        add(pictures, element, "", marks(element));
        return FilterResult.SKIP_ENTIRELY;
    }

    private FilterResult open(Element element, int depth) {
        int mark = marks(element);
        if (isAside(element, mark)) {
            open = asides < open.length ? open : Arrays.copyOf(open, 2 * asides);
            open[asides++] = depth;
        }
        sort(element, element.normalName(), mark);
        return FilterResult.CONTINUE;
    }

    private void sort(Element element, String name, int mark) {
        if (HEADINGS.contains(name) || (mark & NameMarks.HEADLINE) != 0) {
            heading(element, mark);
        }
        if (name.equals("time") || (mark & NameMarks.DATE) != 0) {
            add(dates, element, ShortText.parted(element, REMARK), mark);
        }
        if ((mark & NameMarks.AUTHOR) != 0 || (name.equals("a") && isAuthorPage(element))) {
            add(bylines, element, byline(element), mark);
        }
    }

    /** Of an author with a name of its own, the name: what else is there is a rank, or a number of posts. */
    private String byline(Element element) {
        if (!element.attr("itemprop").contains("author") || nested++ > MOST_NESTED) {
            return ShortText.lined(element, REMARK);
        }
        String names = element.select(NAMES).stream()
                .limit(MOST_NESTED)
                .map(name -> name.hasAttr("content") ? name.attr("content") : ShortText.lined(name, REMARK))
                .map(ShortText::squeeze)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() || names.length() > REMARK ? ShortText.lined(element, REMARK) : names;
    }

    private void heading(Element element, int mark) {
        String text = ShortText.of(element, HEADING);
        if (!text.isEmpty()) {
            add(headings, element, text, mark);
        }
    }

    private static boolean isAuthorPage(Element link) {
        String href = link.attributes().get("href");
        return href.length() < HEADING && AUTHOR_PAGES.anywhere(href) != 0;
    }

    private void read(TextNode node) {
        String text = node.getWholeText();
        if (text.isBlank()) {
            return;
        }
        Element parent = node.parentElement();
        if (parent != null && text.length() <= REMARK * 2 && (hasYear(text) || Names.begins(text))) {
            add(remarks, parent, ShortText.squeeze(text), 0);
        }
        before = text;
        at += text.length();
    }

    /** Whether a text may hold a date: four figures in a row, or figures between stops or strokes. */
    private static boolean hasYear(String text) {
        int figures = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            figures = Character.isDigit(c) ? figures + 1 : 0;
            if (figures == 4 || (figures == 2 && i > 2 && "./-".indexOf(text.charAt(i - 2)) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private void add(List<Spot> spots, Element element, String text, int mark) {
        if (spots.size() < MOST) {
            spots.add(new Spot(
                    element, text, before.length() > REMARK ? "" : ShortText.squeeze(before), at, asides, mark));
        }
    }

    private static boolean isAside(Element element, int mark) {
        return switch (element.normalName()) {
            case "nav", "footer", "aside" -> true;
            case "article", "main", "a" -> false;
            default -> (mark & NameMarks.ASIDE) != 0;
        };
    }

    /**
     * The marks of an element's names; a page has few different ones, so each is looked at once. Attributes are in
     * lower case since they were parsed, and asked for as they are: looking for them in any case takes as long as all
     * else.
     */
    private int marks(Element element) {
        if (element.attributesSize() == 0) {
            return 0;
        }
        Attributes named = element.attributes();
        int marks = marked(named.get("class")) | marked(named.get("id")) | marked(named.get("itemprop"));
        return element.normalName().equals("a") ? marks | marked(named.get("rel")) : marks;
    }

    private int marked(String names) {
        return names.isEmpty() ? 0 : marks.computeIfAbsent(names, NameMarks::of);
    }
}
