package dev.standfirst.metadata;

import dev.standfirst.metadata.PageMetadata.Access;
import dev.standfirst.xml.TolerantXml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;

/**
 * One node of JSON-LD that describes an article.
 *
 * @param node it
 * @param byId other nodes, which it may refer to by their names
 */
record JsonArticle(JsonNode node, Map<String, JsonNode> byId) {

    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** All of it. */
    StructuredData data() {
        return new StructuredData(
                headline(node),
                authors(node),
                first(
                        text(node.path("datePublished")),
                        first(text(node.path("uploadDate")), text(node.path("dateCreated")))),
                text(node.path("dateModified")),
                name(node.path("publisher")),
                plain(text(node.path("description"))),
                image(node.path("image")),
                language(node.path("inLanguage")),
                body(text(node.path("articleBody"))),
                PageCategories.of(node),
                access(node));
    }

    private List<String> authors(JsonNode node) {
        List<String> people = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String role : List.of("author", "creator")) {
            JsonNode authors = node.path(role);
            for (JsonNode one : authors.isArray() ? authors : List.of(authors)) {
                JsonNode author = resolved(one);
                (types(author).contains("organization") ? others : people).add(name(author));
            }
            if (!people.isEmpty() || !others.isEmpty()) {
                break;
            }
        }
        people.addAll(others);
        return people.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    private JsonNode resolved(JsonNode node) {
        String id = text(node.path("@id"));
        return node.has("name") || id.isEmpty() ? node : byId.getOrDefault(id, node);
    }

    private String name(JsonNode node) {
        JsonNode one = resolved(node.isArray() ? node.path(0) : node);
        JsonNode name = one.path("name");
        String named = text(name.isArray() ? name.path(0) : name);
        return plain(one.isString() ? text(one) : named);
    }

    private String image(JsonNode node) {
        JsonNode one = resolved(node.isArray() ? node.path(0) : node);
        JsonNode url = one.path("url");
        return one.isString()
                ? text(one)
                : first(text(url.isArray() ? url.path(0) : url), text(one.path("contentUrl")));
    }

    private static String language(JsonNode node) {
        return first(text(node), text(node.path("alternateName")));
    }

    /** Plain text with its lines kept; some pages put markup or escaped markup here. */
    private static String body(String text) {
        String unescaped = Parser.unescapeEntities(text, false);
        String plain = TAG.matcher(unescaped).find()
                ? Jsoup.parseBodyFragment(TolerantXml.bounded(unescaped)).wholeText()
                : unescaped;
        return plain.lines()
                .map(ShortText::squeeze)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Paid as a whole, or in a part that is marked as the paid one. */
    private static Access access(JsonNode article) {
        String free = text(article.path("isAccessibleForFree"));
        JsonNode parts = article.path("hasPart");
        for (JsonNode part : parts.isArray() ? parts : List.of(parts)) {
            free = first(free, text(part.path("isAccessibleForFree")));
        }
        return free.isEmpty()
                ? Access.UNKNOWN
                : free.toLowerCase(Locale.ROOT).endsWith("false") ? Access.PAID : Access.FREE;
    }

    /** A text, figure or truth as text; empty for everything else. */
    static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString("").strip() : "";
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    private static String plain(String text) {
        String unescaped = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        return SPACE.matcher(unescaped).replaceAll(" ").strip();
    }

    /** Its headline or name, plain. */
    static String headline(JsonNode node) {
        String headline = plain(text(node.path("headline")));
        return headline.isEmpty() ? plain(text(node.path("name"))) : headline;
    }

    /** Its types, in lower case, without their vocabulary. */
    static Set<String> types(JsonNode node) {
        JsonNode type = node.path("@type");
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            String name = text(one).toLowerCase(Locale.ROOT);
            types.add(name.substring(name.lastIndexOf('/') + 1));
        }
        return types;
    }
}
