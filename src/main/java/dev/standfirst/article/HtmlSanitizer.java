package dev.standfirst.article;

import dev.standfirst.xml.TolerantXml;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;

/**
 * Makes foreign HTML safe: text, links and pictures stay, all that runs, loads, moves or hides goes. The list names
 * what may stay; everything else is dropped. It is the last thing that happens to HTML before it is stored.
 */
public final class HtmlSanitizer {

    private static final List<String> LINK_SCHEMES = List.of("http", "https", "mailto", "tel");
    private static final int SMALLEST_PICTURE = 3;

    /**
     * What goes with all that it holds. Of other foreign elements the text stays, as a browser shows it without them.
     */
    private static final Set<String> DROPPED_WHOLE = Set.of(
            "script style template embed svg math head title textarea select option noframes noembed xmp plaintext"
                    .split(" "));

    private static final String MARKS = "\u2028\u2029\uFEFF\uE000\uE001";
    private static final Set<String> ADDRESSES = Set.of("href", "src", "cite");
    private static final Set<String> EMPTY = Set.of("br", "col", "hr", "img", "wbr");

    private static final String[] TAGS =
            ("a abbr acronym address aside b bdi bdo big blockquote br caption center cite code"
                            + " col colgroup dd del dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 hr i img ins kbd li"
                            + " mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul"
                            + " var wbr")
                    .split(" ");

    /**
     * Attributes of HTML 4.01 and 5 that say what a text is or how it is set, and neither load nor link, run nor name
     * nor hide anything.
     */
    private static final String[] ATTRIBUTES =
            ("abbr accept align axis bgcolor border cellpadding cellspacing char charoff"
                            + " charset checked clear color cols colspan compact coords datetime dir disabled face for frame"
                            + " headers high hreflang hspace ismap label lang list loop low max maxlength media min multiple nohref"
                            + " noshade nowrap open optimum pattern prompt readonly required rev reversed rows rowspan rules scope"
                            + " selected shape size span start step summary title type valign value vspace wrap")
                    .split(" ");

    // Built once and never handed out: a safelist can be changed by whoever holds it.
    private static final Safelist SAFE = new Safelist()
            .addTags(TAGS)
            .addAttributes(":all", ATTRIBUTES)
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("blockquote", "cite")
            .addAttributes("q", "cite")
            .addAttributes("del", "cite")
            .addAttributes("ins", "cite")
            .addProtocols("a", "href", LINK_SCHEMES.toArray(String[]::new))
            .addProtocols("img", "src", "http", "https", "cid")
            .addProtocols("blockquote", "cite", "http", "https")
            .addProtocols("q", "cite", "http", "https")
            .addProtocols("del", "cite", "http", "https")
            .addProtocols("ins", "cite", "http", "https")
            .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer");

    private HtmlSanitizer() {}

    /**
     * The safe part of a piece of HTML.
     *
     * @param html a body's content, not trusted in any way
     * @param base address that relative links count from; they come out absolute
     */
    public static String clean(String html, URI base) {
        Document dirty = Jsoup.parseBodyFragment(TolerantXml.bounded(withoutInvisible(html)), base.toString());
        StringBuilder safe = new StringBuilder(html.length());
        writeChildren(dirty.body(), safe);
        return safe.toString();
    }

    /** Writes the safe part of a node that hangs in a tree with a base address. Attributes of the tree may change. */
    static void write(Node node, StringBuilder safe) {
        if (node instanceof TextNode text) {
            escape(text.getWholeText(), "\"", safe);
        } else if (node instanceof Element element && !DROPPED_WHOLE.contains(element.normalName())) {
            write(element, safe);
        }
    }

    private static void write(Element element, StringBuilder safe) {
        String name = element.normalName();
        boolean useless = name.equals("img") && isUselessPicture(element);
        if (useless || !SAFE.isSafeTag(name)) {
            writeChildren(element, safe);
            return;
        }
        safe.append('<').append(name);
        element.attributes().asList().forEach(attribute -> write(element, attribute, safe));
        SAFE.getEnforcedAttributes(name).forEach(attribute -> write(attribute, safe));
        if (EMPTY.contains(name)) {
            // Well-formed XML as well as HTML, so that a feed or a book can hold it as it is.
            safe.append(" />");
        } else {
            safe.append('>');
            writeChildren(element, safe);
            safe.append("</").append(name).append('>');
        }
    }

    private static void writeChildren(Element element, StringBuilder safe) {
        for (Node child = element.firstChild(); child != null; child = child.nextSibling()) {
            write(child, safe);
        }
    }

    private static void write(Element element, Attribute attribute, StringBuilder safe) {
        attribute.setValue(withoutInvisible(attribute.getValue()));
        if (!SAFE.isSafeAttribute(element.normalName(), element, attribute)) {
            return;
        }
        String key = attribute.getKey();
        String value = ADDRESSES.contains(key) ? element.absUrl(key) : attribute.getValue();
        if (!value.isEmpty() || !ADDRESSES.contains(key)) {
            write(new Attribute(key, value), safe);
        }
    }

    private static void write(Attribute attribute, StringBuilder safe) {
        safe.append(' ').append(attribute.getKey()).append("=\"");
        escape(attribute.getValue(), "&quot;", safe);
        safe.append('"');
    }

    private static void escape(String text, String quote, StringBuilder safe) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append(quote);
                case '\u00A0' -> safe.append("&#xa0;");
                default -> {
                    if (!isInvisible(c)) {
                        safe.append(c);
                    }
                }
            }
        }
    }

    private static String withoutInvisible(String text) {
        if (text.chars().noneMatch(c -> isInvisible((char) c))) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        text.chars().filter(c -> !isInvisible((char) c)).forEach(c -> visible.append((char) c));
        return visible.toString();
    }

    /** Whether a character hides a scheme from a filter and not from a browser, or marks one of our own slots. */
    private static boolean isInvisible(char c) {
        return c < ' '
                ? c != '\t' && c != '\n' && c != '\r'
                : c >= '\u007F' && (c <= '\u009F' || MARKS.indexOf(c) >= 0);
    }

    /** Too small to be seen, or without an address. */
    private static boolean isUselessPicture(Element image) {
        return isTiny(image.attr("width"))
                || isTiny(image.attr("height"))
                || !SAFE.isSafeAttribute("img", image, new Attribute("src", image.attr("src")));
    }

    private static boolean isTiny(String size) {
        String digits = size.strip().replaceFirst("\\s*(px|%)?$", "");
        return digits.matches("[+]?\\d{1,9}(\\.\\d{0,9})?") && Double.parseDouble(digits) < SMALLEST_PICTURE;
    }
}
