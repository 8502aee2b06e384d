package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.template.TemplateRenderer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Picks → edition → the two parts of its mail and its page, once for everybody. */
@Component
class EditionRenderer {

    private final TemplateRenderer templates;

    EditionRenderer(TemplateRenderer templates) {
        this.templates = templates;
    }

    /**
     * Renders the stories that are told: as many of them in the mail as are good for it, the others in the browser.
     *
     * @param failedSources sources that could not be read, each with the reason, for the footer
     */
    RenderedEdition render(Digest digest, LocalDate date, Picks picks, List<String> failedSources, Links links) {
        MailShare share = MailShare.of(digest, picks.told().size());
        Edition edition;
        Map<String, Object> mail;
        String html;
        do {
            edition = Editor.compose(digest, date, picks, links, share.stories());
            mail = new EditionModel(edition, digest, failedSources).mail(links);
            html = html(digest, mail);
        } while (share.lessen(
                edition.words(), html.getBytes(StandardCharsets.UTF_8).length > EditionChecks.MOST_BYTES));
        String text = templates.render(digest.template() + ".txt.ftl", mail);
        String page = edition.more().isEmpty()
                ? ""
                : html(digest, new EditionModel(edition, digest, failedSources).page(links));
        return new RenderedEdition(edition, html, text, page, picks);
    }

    private String html(Digest digest, Map<String, Object> model) {
        return templates.render(digest.template() + ".html.ftlh", model);
    }
}
