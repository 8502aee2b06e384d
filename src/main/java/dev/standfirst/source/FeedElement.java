package dev.standfirst.source;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;

/**
 * An element of a feed with what holds for it: the address that its relative links count from and its language, which
 * it has from the elements around it. Its children are found by the names of {@link FeedNames}.
 */
final class FeedElement {

    /** So many are tried. */
    private static final int DATES = 20;

    private final Element element;
    private final FeedNames names;
    private final URI base;
    private final String language;
    private @Nullable Map<String, List<FeedElement>> children;

    private FeedElement(Element element, FeedNames names, URI base, String language) {
        this.element = element;
        this.names = names;
        this.base = Addresses.resolveOr(base, element.attr("xml:base"));
        this.language = element.hasAttr("xml:lang") ? element.attr("xml:lang").strip() : language;
    }

    /**
     * The first element of a document.
     *
     * @param base address of the document
     * @param language of the document as its server says, may be empty
     */
    static FeedElement root(Element element, URI base, String language) {
        return new FeedElement(element, new FeedNames(element), base, language);
    }

    String name() {
        return names.of(element);
    }

    URI base() {
        return base;
    }

    /** As written, may be empty. */
    String language() {
        return language;
    }

    /** Whether titles hold no HTML, as in RSS before 2.0. */
    boolean hasPlainTitles() {
        return names.early();
    }

    Element element() {
        return element;
    }

    boolean hasElements() {
        return element.firstElementChild() != null;
    }

    /** All children of one of these names, in the order of the names. */
    List<FeedElement> all(String... wanted) {
        List<FeedElement> found = new ArrayList<>();
        for (String name : wanted) {
            found.addAll(children().getOrDefault(name, List.of()));
        }
        return found;
    }

    /** The first child of the first of these names that says something: has text or elements. */
    @Nullable
    FeedElement first(String... wanted) {
        for (String name : wanted) {
            for (FeedElement child : children().getOrDefault(name, List.of())) {
                if (child.hasElements() || !child.text().isEmpty()) {
                    return child;
                }
            }
        }
        return null;
    }

    /** The text of the element, trimmed. */
    String text() {
        return element.wholeText().strip();
    }

    /** The text of the first such child that has some, else empty. */
    String text(String... wanted) {
        FeedElement child = first(wanted);
        return child == null ? "" : child.text();
    }

    /** The date of the first such child that holds one, or null. */
    @Nullable
    Instant date(String... wanted) {
        return all(wanted).stream()
                .limit(DATES)
                .flatMap(child -> Stream.ofNullable(FeedDates.parse(child.text())))
                .findFirst()
                .orElse(null);
    }

    /** The value of an attribute of this local name, trimmed; empty where there is none. */
    String attribute(String local) {
        String exact = element.attr(local);
        if (!exact.isEmpty()) {
            return exact.strip();
        }
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (key.substring(key.indexOf(':') + 1).equalsIgnoreCase(local)) {
                return attribute.getValue().strip();
            }
        }
        return "";
    }

    /** The address in an attribute, absolute, or null. */
    @Nullable
    URI address(String attribute) {
        return Addresses.resolve(base, attribute(attribute));
    }

    /** The address that the element's text is, absolute, or null. */
    @Nullable
    URI address() {
        return Addresses.resolve(base, text());
    }

    private Map<String, List<FeedElement>> children() {
        Map<String, List<FeedElement>> index = children;
        if (index == null) {
            index = new HashMap<>();
            for (Node node : element.childNodes()) {
                if (node instanceof Element child) {
                    index.computeIfAbsent(names.of(child), name -> new ArrayList<>(1))
                            .add(new FeedElement(child, names, base, language));
                }
            }
            children = index;
        }
        return index;
    }
}
