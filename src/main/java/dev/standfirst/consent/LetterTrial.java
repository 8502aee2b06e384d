package dev.standfirst.consent;

import dev.standfirst.template.Mistake;
import dev.standfirst.template.TemplateRenderer;
import dev.standfirst.template.TemplateRenderer.TemplateProblem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tries whether letters can still be written with templates that are not saved yet. */
@Component
public class LetterTrial {

    private static final Duration TIME = Duration.ofSeconds(5);
    private static final List<String> TEXTS = List.of(
            "lang", "dir", "subject", "preheader", "title", "sentence", "button", "url", "or", "note", "postal");

    private final TemplateRenderer templates;

    LetterTrial(TemplateRenderer templates) {
        this.templates = templates;
    }

    /**
     * What keeps them from being written; empty where nothing does.
     *
     * @param unsaved texts of templates, by their files
     */
    public Optional<Mistake> of(Map<String, String> unsaved) {
        Map<String, Object> model = new HashMap<>();
        TEXTS.forEach(key -> model.put(key, key));
        model.put("padding", 1);
        model.put("sentenceLines", List.of("sentence"));
        model.put("noteLines", List.of("note"));
        try {
            TemplateRenderer trying = templates.trying(unsaved, TIME);
            trying.render("confirm.html.ftlh", model);
            trying.render("confirm.txt.ftl", model);
            return Optional.empty();
        } catch (TemplateProblem e) {
            return Optional.of(e.mistake());
        }
    }
}
