package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Edition → the two parts of its mail, once for everybody. */
@Component
class EditionRenderer {

    private final TemplateRenderer templates;

    EditionRenderer(TemplateRenderer templates) {
        this.templates = templates;
    }

    /**
     * Renders an edition.
     *
     * @param failedSources sources that could not be read, each with the reason, for the footer
     */
    RenderedEdition render(Edition edition, Digest digest, List<String> failedSources, Links links) {
        Map<String, Object> model = new EditionModel(edition, digest, failedSources).build(links);
        return new RenderedEdition(
                edition,
                templates.render(digest.template() + ".html.ftlh", model),
                templates.render(digest.template() + ".txt.ftl", model));
    }
}
