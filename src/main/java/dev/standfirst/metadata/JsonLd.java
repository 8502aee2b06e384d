package dev.standfirst.metadata;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON-LD scripts of a page: finds the node that describes the page's own article, not one of those it links
 * to, and follows its references to people and organisations.
 */
final class JsonLd {

    /** Reads what templates and hands make of JSON: raw line breaks, comments, commas too many. */
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** In characters; longer scripts are left. */
    private static final int SCRIPT_LENGTH = 2_000_000;

    private static final Pattern START = Pattern.compile("[{\\[]");
    private static final String CDATA = "<![CDATA[";
    private static final int DEEPEST = 7;
    private static final int MOST_NODES = 3_000;
    private static final Set<String> ARTICLES = Set.of(
            "article",
            "newsarticle",
            "blogposting",
            "reportagenewsarticle",
            "analysisnewsarticle",
            "opinionnewsarticle",
            "reviewnewsarticle",
            "backgroundnewsarticle",
            "askpublicnewsarticle",
            "advertisercontentarticle",
            "satiricalarticle",
            "techarticle",
            "scholarlyarticle",
            "medicalscholarlyarticle",
            "report",
            "liveblogposting",
            "socialmediaposting",
            "discussionforumposting");
    private static final Set<String> WORKS = Set.of(
            "recipe",
            "review",
            "howto",
            "creativework",
            "webpage",
            "medicalwebpage",
            "aboutpage",
            "itempage",
            "faqpage",
            "collectionpage",
            "podcastepisode",
            "videoobject",
            "webcontent",
            "learningresource");
    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> articles = new ArrayList<>();
    private final List<JsonNode> works = new ArrayList<>();
    private int seen;

    private JsonLd() {}

    /**
     * What the scripts say of the page's article.
     *
     * @param titles what the page calls itself elsewhere
     * @param address where it came from
     */
    static StructuredData read(List<String> scripts, List<String> titles, URI address) {
        if (scripts.isEmpty()) {
            return StructuredData.NONE;
        }
        JsonLd reader = new JsonLd();
        scripts.forEach(script -> reader.collect(parse(script, true), 0));
        StructuredData found = reader.best(reader.articles, titles, address);
        return found.or(reader.best(reader.works, titles, address));
    }

    private static JsonNode parse(String script, boolean mayBeEscaped) {
        Matcher start = START.matcher(script);
        if (script.length() > SCRIPT_LENGTH || !start.find(unwrapped(script))) {
            return LENIENT.missingNode();
        }
        String json = script.substring(start.start());
        try {
            return LENIENT.readTree(json);
        } catch (JacksonException e) {
            boolean escaped = mayBeEscaped && json.contains("&quot;");
            return escaped ? parse(Parser.unescapeEntities(json, false), false) : LENIENT.missingNode();
        }
    }

    /** Where the script begins within what hides it from XML, or from old browsers. */
    private static int unwrapped(String script) {
        int wrapper = script.indexOf(CDATA);
        return wrapper < 0 ? 0 : wrapper + CDATA.length();
    }

    private void collect(JsonNode node, int depth) {
        if (depth > DEEPEST || seen++ > MOST_NODES) {
            return;
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, depth + 1));
        } else if (node.isObject()) {
            keep(node);
            for (String inner : List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart")) {
                collect(node.path(inner), depth + 1);
            }
            for (String person : List.of("author", "publisher", "image")) {
                remember(node.path(person));
            }
        }
    }

    private void keep(JsonNode node) {
        remember(node);
        Set<String> types = JsonArticle.types(node);
        if (types.stream().anyMatch(ARTICLES::contains)) {
            articles.add(node);
        } else if (types.stream().anyMatch(WORKS::contains)) {
            works.add(node);
        }
    }

    /** Names of a node that others may refer to. */
    private void remember(JsonNode node) {
        String id = JsonArticle.text(node.path("@id"));
        if (!id.isEmpty() && node.size() > 1) {
            byId.putIfAbsent(id, node);
        }
    }

    private StructuredData best(List<JsonNode> nodes, List<String> titles, URI address) {
        StructuredData best = StructuredData.NONE;
        double most = 0;
        for (JsonNode node : nodes) {
            double likeness = likeness(node, titles, address);
            if (likeness > most) {
                best = new JsonArticle(node, byId).data();
                most = likeness;
            }
        }
        return best;
    }

    /** How much a node seems to describe this page: its headline is like a title of it, or its address the page's. */
    private double likeness(JsonNode node, List<String> titles, URI address) {
        String headline = JsonArticle.headline(node);
        double like = titles.stream()
                .mapToDouble(title -> Headlines.likeness(headline, title))
                .max()
                .orElse(0.5);
        if (isOf(node, address)) {
            return 1 + like;
        }
        return headline.isEmpty() ? 0.3 : like < 0.25 ? 0 : like;
    }

    private static boolean isOf(JsonNode node, URI address) {
        String path = String.valueOf(address.getPath());
        JsonNode page = node.path("mainEntityOfPage");
        for (String url : List.of(
                JsonArticle.text(node.path("url")),
                JsonArticle.text(page),
                JsonArticle.text(page.path("@id")),
                JsonArticle.text(page.path("url")),
                JsonArticle.text(node.path("@id")))) {
            if (path.length() > 1 && url.length() < 2_000 && url.contains(path)) {
                return true;
            }
        }
        return false;
    }
}
