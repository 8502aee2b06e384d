package dev.standfirst.source;

import dev.standfirst.xml.TolerantXml;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** Text and HTML as feeds hold it: plain text of what may be either, HTML with absolute addresses. */
final class FeedHtml {

    private static final List<String> ADDRESS_ATTRIBUTES = List.of("href", "src", "cite", "poster", "longdesc");

    /** Any of them with something that does not begin with the scheme of an absolute address. */
    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(?:href|src|cite|poster|longdesc)\\s{0,9}+=\\s{0,9}+[\"']?+(?!https?://[^/]|mailto:|tel:|[\"'>])",
            Pattern.CASE_INSENSITIVE);

    /** Elements that people put into titles; {@code List<String>} has none. */
    private static final Pattern MARKUP = Pattern.compile(
            "</?+(?:a|abbr|acronym|b|bdi|big|blink|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li"
                    + "|mark|nobr|ol|p|pre|q|s|samp|script|small|span|strike|strong|style|sub|sup|tt|u|ul|var|wbr)(?:[\\s/>])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REFERENCE = Pattern.compile("&#?+[A-Za-z0-9]{1,32}+;");
    private static final Pattern BLANKS = Pattern.compile("\\s++");

    private FeedHtml() {}

    /** Plain text of what may hold markup or references: "Fish &amp;amp; Chips" reads "Fish & Chips". */
    static String plain(String maybeHtml) {
        if (maybeHtml.indexOf('<') >= 0 && MARKUP.matcher(maybeHtml).find()) {
            return text(maybeHtml);
        }
        boolean references =
                maybeHtml.indexOf('&') >= 0 && REFERENCE.matcher(maybeHtml).find();
        return oneLine(references ? Parser.unescapeEntities(maybeHtml, false) : maybeHtml);
    }

    /** Plain text of what may hold markup, and whose references are meant as they stand: that of RSS before 2.0. */
    static String plainAsWritten(String maybeMarkup) {
        boolean markup =
                maybeMarkup.indexOf('<') >= 0 && MARKUP.matcher(maybeMarkup).find();
        return markup ? text(maybeMarkup) : oneLine(maybeMarkup);
    }

    /** Plain text of what is HTML. */
    static String text(String html) {
        return oneLine(Jsoup.parseBodyFragment(TolerantXml.bounded(html)).text());
    }

    /** Text on one line, with single blanks. */
    static String oneLine(String text) {
        return BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** HTML with every address in it made absolute. What holds no relative address is given back as it is. */
    static String absolute(String html, URI base) {
        if (html.indexOf('<') < 0 || !RELATIVE.matcher(html).find()) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(TolerantXml.bounded(html), base.toString());
        document.traverse(new Absolute(base, html.length()));
        document.outputSettings().prettyPrint(false);
        return document.body().html();
    }

    /** The HTML inside of an element that holds elements instead of escaped text, its addresses absolute. */
    static String inner(FeedElement holder) {
        Element root = onlyDiv(holder.element());
        URI base = Addresses.resolveOr(holder.base(), root.equals(holder.element()) ? "" : root.attr("xml:base"));
        Document document = root.ownerDocument();
        if (document != null) {
            document.outputSettings().prettyPrint(false).syntax(Document.OutputSettings.Syntax.html);
        }
        root.traverse(new Absolute(base, holder.text().length()));
        return root.html().strip();
    }

    /** RFC 4287 wants one div around XHTML, which is not part of the text. */
    private static Element onlyDiv(Element holder) {
        Element first = holder.firstElementChild();
        boolean div = first != null && first.tag().localName().equalsIgnoreCase("div");
        return first != null && div && first.nextElementSibling() == null ? first : holder;
    }

    /**
     * Makes addresses absolute, each by the {@code xml:base} that holds at its place, and XML HTML: no prefixes, no
     * CDATA.
     */
    private static final class Absolute implements NodeVisitor {

        private static final int DEPTH = 50;
        private static final int GROWTH = 10;

        private final Deque<URI> bases = new ArrayDeque<>();
        private int room;

        /** @param length of the text; addresses may make it longer up to a limit, the others are left as they are */
        Absolute(URI base, int length) {
            bases.push(base);
            room = 100 * GROWTH + Math.min(length, Integer.MAX_VALUE / 100) * GROWTH;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof CDataNode text) {
                text.replaceWith(new TextNode(text.text()));
            }
            if (!(node instanceof Element element)) {
                return;
            }
            if (hasBase(element, depth)) {
                URI around = bases.element();
                bases.push(bases.size() < DEPTH ? Addresses.resolveOr(around, element.attr("xml:base")) : around);
            }
            if (!element.tag().prefix().isEmpty()) {
                element.tagName(element.tag().localName());
            }
            ADDRESS_ATTRIBUTES.forEach(attribute -> absolute(element, attribute));
        }

        private void absolute(Element element, String attribute) {
            String text = element.attributes().getIgnoreCase(attribute);
            URI address = text.isEmpty() ? null : Addresses.resolve(bases.element(), text);
            room -= address == null ? 0 : address.toString().length();
            if (address != null && room > 0) {
                element.attr(attribute, address.toString());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && hasBase(element, depth)) {
                bases.pop();
            }
        }

        /** The base of the outermost element is the one that we began with. */
        private static boolean hasBase(Element element, int depth) {
            return depth > 0 && element.hasAttr("xml:base");
        }
    }
}
