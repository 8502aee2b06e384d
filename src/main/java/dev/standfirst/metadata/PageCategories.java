package dev.standfirst.metadata;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What a page files its article under: its section first, then its tags. The {@code keywords} of the meta element are
 * left alone; most sites give all their pages the same.
 */
final class PageCategories {

    private static final int MOST = 30;
    private static final int LONGEST = 100;

    private PageCategories() {}

    /** Plain text, each once. */
    static List<String> of(PageFacts facts, StructuredData data) {
        List<String> told = new ArrayList<>();
        for (String name : List.of("article:section", "articlesection", "section", "parsely-section", "dc.subject")) {
            told.addAll(facts.all(name));
        }
        told.addAll(data.categories());
        told.addAll(facts.all("article:tag"));
        facts.all("news_keywords").forEach(list -> told.addAll(List.of(list.split(","))));
        return each(told);
    }

    /** What a node of JSON-LD says of it. */
    static List<String> of(JsonNode article) {
        List<String> told = new ArrayList<>();
        for (String name : List.of("articleSection", "keywords")) {
            JsonNode value = article.path(name);
            for (JsonNode one : value.isArray() ? value : List.of(value)) {
                told.addAll(List.of(JsonArticle.text(one).split(",")));
            }
        }
        return each(told);
    }

    private static List<String> each(List<String> told) {
        Set<String> each = new LinkedHashSet<>();
        told.stream()
                .map(ShortText::squeeze)
                .filter(category -> !category.isEmpty() && category.length() <= LONGEST)
                .limit(MOST)
                .forEach(each::add);
        return List.copyOf(each);
    }
}
