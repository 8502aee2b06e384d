package dev.standfirst.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page's JSON-LD (schema.org) says of its article. Texts may be empty.
 *
 * @param headline of it
 * @param authors names
 * @param published as written
 * @param publisher name of the outlet
 * @param description of it
 * @param image address of its picture
 * @param body the whole text as the page gives it to machines: plain, a block a line; often cut short
 * @param access whether it may be read without paying
 */
record StructuredData(
        String headline,
        List<String> authors,
        String published,
        String publisher,
        String description,
        String image,
        String body,
        Access access) {

    /** What a page says of its price ({@code isAccessibleForFree}). */
    enum Access {
        FREE,
        PAID,
        UNKNOWN
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SCRIPT_LENGTH = 500_000;
    private static final StructuredData NONE = new StructuredData("", List.of(), "", "", "", "", "", Access.UNKNOWN);
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z]");

    static StructuredData read(Document document) {
        for (Element script : document.select("script[type=application/ld+json]")) {
            JsonNode article = article(parse(script.data()), 0);
            if (article != null) {
                return of(article);
            }
        }
        return NONE;
    }

    private static JsonNode parse(String json) {
        try {
            return json.length() > SCRIPT_LENGTH ? JSON.missingNode() : JSON.readTree(json);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private static @Nullable JsonNode article(JsonNode node, int depth) {
        if (node.isObject() && isArticle(node.path("@type"))) {
            return node;
        }
        if (depth < 4) {
            for (JsonNode child : node.isArray() ? node : node.path("@graph")) {
                JsonNode found = article(child, depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean isArticle(JsonNode type) {
        String types = type.toString();
        return types.contains("Article") || types.contains("BlogPosting") || types.contains("Report");
    }

    private static StructuredData of(JsonNode article) {
        List<String> authors = new ArrayList<>();
        JsonNode author = article.path("author");
        if (author.isArray()) {
            author.forEach(each -> authors.add(name(each)));
        } else {
            authors.add(name(author));
        }
        return new StructuredData(
                plain(article.path("headline").asString("")),
                authors.stream().filter(name -> !name.isEmpty()).toList(),
                article.path("datePublished").asString(""),
                name(article.path("publisher")),
                plain(article.path("description").asString("")),
                image(article.path("image")),
                body(article.path("articleBody").asString("")),
                access(article));
    }

    private static String name(JsonNode node) {
        return plain(node.isString() ? node.asString() : node.path("name").asString(""));
    }

    private static String image(JsonNode node) {
        JsonNode one = node.isArray() ? node.path(0) : node;
        return one.isString() ? one.asString() : one.path("url").asString("");
    }

    /** Plain text with its lines kept; some pages put markup or escaped markup here. */
    private static String body(String text) {
        String unescaped = Parser.unescapeEntities(text, false);
        String plain = TAG.matcher(unescaped).find()
                ? Jsoup.parseBodyFragment(unescaped).wholeText()
                : unescaped;
        return plain.lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Paid as a whole, or in a part that is marked as the paid one. */
    private static Access access(JsonNode article) {
        String free = article.path("isAccessibleForFree").asString("").toLowerCase(Locale.ROOT);
        JsonNode parts = article.path("hasPart");
        for (JsonNode part : parts.isArray() ? parts : List.of(parts)) {
            free = free.isEmpty()
                    ? part.path("isAccessibleForFree").asString("").toLowerCase(Locale.ROOT)
                    : free;
        }
        return free.isEmpty() ? Access.UNKNOWN : free.endsWith("false") ? Access.PAID : Access.FREE;
    }

    private static String plain(String text) {
        return Parser.unescapeEntities(text, false).replaceAll("\\s+", " ").strip();
    }
}
