package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.template.TemplateRenderer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Picks → edition → the two parts of its mail and its page, once for everybody. */
@Component
class EditionRenderer {

    private final TemplateRenderer templates;
    private final Links links;

    EditionRenderer(TemplateRenderer templates, EditionSettings settings, Copies copies) {
        this.templates = templates;
        this.links = new Links(settings.publicUrl(), copies);
    }

    /**
     * Renders the stories that are told: as many of them in the mail as are good for it, the others in the browser.
     *
     * @param heading what stands over it
     * @param failedSources sources that could not be read, each with the reason, for the footer
     */
    RenderedEdition render(Digest digest, LocalDate date, Picks picks, Heading heading, List<String> failedSources) {
        int told = picks.told().size();
        MailShare share = MailShare.of(digest, told);
        Edition edition;
        Map<String, Object> mail;
        String html;
        do {
            edition = heading.over(Editor.compose(digest, date, picks, links, share.stories()));
            mail = new EditionModel(edition, digest, failedSources, told).mail(links);
            html = html(digest, mail);
        } while (share.lessen(
                edition.words(), html.getBytes(StandardCharsets.UTF_8).length > EditionChecks.MOST_BYTES));
        String text = templates.render(digest.template() + ".txt.ftl", mail);
        String page = edition.more().isEmpty()
                ? ""
                : html(digest, new EditionModel(edition, digest, failedSources, told).page(links));
        return new RenderedEdition(edition, html, text, page, picks, heading, Imprint.of(digest));
    }

    /**
     * Renders some stories of an edition. A heading that somebody wrote stands over those that begin as the whole does.
     *
     * @param rendered the whole edition
     * @param stories numbers of those that are left, at least one
     * @param digest in the language of the mail
     * @param failedSources as for the whole, in that language
     */
    RenderedExcerpt excerpt(RenderedEdition rendered, BitSet stories, Digest digest, List<String> failedSources) {
        Edition whole = rendered.edition();
        Heading heading = stories.get(1) ? rendered.heading() : Heading.MADE;
        int outOf = whole.items().size();
        Edition part = heading.over(Excerpt.of(whole, stories, digest.language(), true));
        Map<String, Object> mail = new EditionModel(part, digest, failedSources, outOf).mail(links);
        String html = html(digest, mail);
        if (html.getBytes(StandardCharsets.UTF_8).length > EditionChecks.MOST_BYTES) {
            part = heading.over(Excerpt.of(whole, stories, digest.language(), false));
            mail = new EditionModel(part, digest, failedSources, outOf).mail(links);
            html = html(digest, mail);
        }
        String text = templates.render(digest.template() + ".txt.ftl", mail);
        return new RenderedExcerpt(part, html, text, Rhythm.of(digest, digest.language()));
    }

    private String html(Digest digest, Map<String, Object> model) {
        return templates.render(digest.template() + ".html.ftlh", model);
    }
}
