package dev.standfirst.article;

import java.net.URI;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Makes foreign HTML safe: text, links and pictures stay, all that runs, loads, moves or hides goes. The list names
 * what may stay; everything else is dropped. It is the last thing that happens to HTML before it is stored.
 */
public final class HtmlSanitizer {

    private static final List<String> LINK_SCHEMES = List.of("http", "https", "mailto", "tel");
    private static final int SMALLEST_PICTURE = 3;

    // Built once and never handed out: a safelist can be changed by whoever holds it.
    private static final Cleaner CLEANER = new Cleaner(new Safelist()
            .addTags(
                    "a",
                    "abbr",
                    "acronym",
                    "address",
                    "aside",
                    "b",
                    "bdi",
                    "bdo",
                    "big",
                    "blockquote",
                    "br",
                    "caption",
                    "center",
                    "cite",
                    "code",
                    "col",
                    "colgroup",
                    "dd",
                    "del",
                    "dfn",
                    "div",
                    "dl",
                    "dt",
                    "em",
                    "figcaption",
                    "figure",
                    "footer",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "img",
                    "ins",
                    "kbd",
                    "li",
                    "mark",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "s",
                    "samp",
                    "small",
                    "span",
                    "strike",
                    "strong",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "time",
                    "tr",
                    "tt",
                    "u",
                    "ul",
                    "var",
                    "wbr")
            .addAttributes(":all", "lang", "dir", "title")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("blockquote", "cite")
            .addAttributes("q", "cite")
            .addAttributes("del", "cite", "datetime")
            .addAttributes("ins", "cite", "datetime")
            .addAttributes("time", "datetime")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addAttributes("ol", "start")
            .addProtocols("a", "href", LINK_SCHEMES.toArray(String[]::new))
            .addProtocols("img", "src", "http", "https", "cid")
            .addProtocols("blockquote", "cite", "http", "https")
            .addProtocols("q", "cite", "http", "https")
            .addProtocols("del", "cite", "http", "https")
            .addProtocols("ins", "cite", "http", "https")
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer"));

    private HtmlSanitizer() {}

    /**
     * The safe part of a piece of HTML.
     *
     * @param html a body's content, not trusted in any way
     * @param base address that relative links count from; they come out absolute
     */
    public static String clean(String html, URI base) {
        Document dirty = Jsoup.parseBodyFragment(withoutInvisibles(html), base.toString());
        Document clean = CLEANER.clean(dirty);
        dropTinyPictures(clean);
        clean.getElementsByAttributeValue("href", "").removeAttr("href");
        // What we store is well-formed XML as well as HTML, so that a feed or a book can hold it as it is.
        clean.outputSettings()
                .prettyPrint(false)
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.base);
        return clean.body().html();
    }

    /** Characters that hide a scheme from a filter and not from a browser, or that mark our own slots. */
    private static String withoutInvisibles(String html) {
        return html.replaceAll(
                "[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F\\u2028\\u2029\\uFEFF\\uE000\\uE001]", "");
    }

    private static void dropTinyPictures(Document document) {
        for (Element image : document.getElementsByTag("img")) {
            boolean tiny = isTiny(image.attr("width")) || isTiny(image.attr("height"));
            if (tiny || image.attr("src").isEmpty()) {
                image.remove();
            }
        }
    }

    private static boolean isTiny(String size) {
        String digits = size.strip().replaceFirst("\\s*(px|%)?$", "");
        return digits.matches("[+]?\\d{1,9}(\\.\\d{0,9})?") && Double.parseDouble(digits) < SMALLEST_PICTURE;
    }
}
