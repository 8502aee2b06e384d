package dev.standfirst.lab;

import dev.standfirst.article.Article;
import dev.standfirst.article.ArticleExtractor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code {"url","file"}}, or {@code "headers","body_b64"} for the file, to the article of the page. */
final class ExtractVerb implements LabVerb {

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) throws Exception {
        Optional<Article> found = ArticleExtractor.extract(PageInput.read(input));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        if (found.isEmpty()) {
            answer.put("text", "");
            return answer;
        }
        Article article = found.get();
        answer.put("text", article.text());
        answer.put("title", article.title());
        answer.put("byline", article.byline());
        answer.put("date", ParseVerb.text(article.day()));
        answer.put("lang", article.language().getLanguage());
        answer.put("site", article.site());
        answer.put("excerpt", article.excerpt());
        answer.put("image", ParseVerb.text(article.image()));
        answer.put("html", article.html());
        return answer;
    }
}
