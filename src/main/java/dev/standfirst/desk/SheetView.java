package dev.standfirst.desk;

import dev.standfirst.desk.SheetCheck.Findings;
import dev.standfirst.desk.SheetPreviews.Preview;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestText;
import dev.standfirst.digest.Draft;
import dev.standfirst.digest.Draft.Row;
import dev.standfirst.edition.RenderedEdition;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.text.LineDiff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the pages of a digest that is being changed show: its form, its text, the difference, and its mail. */
@Component
class SheetView {

    /** What is due so soon may go out before anybody has looked at it again. */
    private static final Duration SOON = Duration.ofMinutes(15);

    private final DeskPages pages;
    private final SheetCheck checks;
    private final SheetPreviews previews;
    private final Subscriptions subscriptions;
    private final Clock clock;

    SheetView(DeskPages pages, SheetCheck checks, SheetPreviews previews, Subscriptions subscriptions, Clock clock) {
        this.pages = pages;
        this.checks = checks;
        this.previews = previews;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    ResponseEntity<String> form(Call call, HttpStatus status, Sheet sheet, Draft draft, Map<String, String> errors) {
        return formWith(call, status, sheet, draft, Map.of("errors", errors));
    }

    /** @param more for the page, its mistakes under {@code errors} */
    ResponseEntity<String> formWith(Call call, HttpStatus status, Sheet sheet, Draft draft, Map<String, Object> more) {
        Map<String, String> errors = new HashMap<>();
        if (more.get("errors") instanceof Map<?, ?> known) {
            known.forEach((field, error) -> errors.put(String.valueOf(field), String.valueOf(error)));
        }
        Map<String, Object> model = model(call, sheet);
        model.putAll(DraftForm.fields(draft));
        model.put("onto", Carried.pack(sheet.text()));
        model.put("errors", Map.of());
        model.put("due", due(call, sheet, draft));
        model.put("kinds", Draft.KINDS);
        model.put("weekdays", DraftForm.DAYS);
        model.put("page", call.form().text("page"));
        model.put("opml", errors.containsKey("opml") ? call.form().lines("opml") : "");
        model.put("roomForSources", draft.sources().size() < DraftForm.SOURCES);
        model.put("roomForTopics", draft.topics().size() < DraftForm.TOPICS);
        model.putAll(more);
        return pages.page(status, call, "digest-edit", model);
    }

    ResponseEntity<String> text(Call call, HttpStatus status, Sheet sheet, Findings found) {
        return text(call, status, sheet, found, Map.of());
    }

    ResponseEntity<String> text(Call call, HttpStatus status, Sheet sheet, Findings found, Map<String, Object> more) {
        Map<String, Object> model = model(call, sheet);
        model.put("text", sheet.text().replace("\r\n", "\n"));
        model.put("onto", Carried.pack(sheet.text()));
        model.put("lines", found.lines());
        model.put("errors", found.errors());
        model.put("hand", sheet.obstacle().map(call::say).orElse(""));
        model.putAll(more);
        return pages.page(status, call, "digest-text", model);
    }

    /** Old and new text beside each other, with what somebody should know before the new one is saved. */
    ResponseEntity<String> difference(Call call, Sheet sheet, Digest digest) {
        Map<String, Object> model = done(call, sheet);
        model.put("lines", lines(sheet.base(), sheet.text()));
        List<String> warnings = new ArrayList<>();
        if (subscriptions.reach(digest.audience().lists()) == 0
                && digest.audience().seed().isEmpty()) {
            warnings.add(call.say(
                    "editor.nobody", String.join(", ", digest.audience().lists())));
        }
        soon(call, digest).ifPresent(warnings::add);
        model.put("warnings", warnings);
        model.put("due", DigestPage.due(call, digest, clock.instant()));
        model.put("zone", digest.schedule().zone().getId());
        return pages.page(call, "digest-diff", model);
    }

    private Optional<String> soon(Call call, Digest digest) {
        Instant now = clock.instant();
        Duration ahead = digest.approval().map(approval -> approval.ahead()).orElse(Duration.ZERO);
        return digest.schedule()
                .nextAfter(now)
                .map(due -> due.at())
                .filter(at -> !at.minus(ahead).isAfter(now.plus(SOON)))
                .map(at -> call.say(
                        "editor.soon",
                        Times.show(call.words(), at, now, digest.schedule().zone()),
                        digest.schedule().zone().getId()));
    }

    ResponseEntity<String> preview(Call call, Sheet sheet, Digest digest, String act) {
        Map<String, Object> model = done(call, sheet);
        Preview preview = previews.compose(call.who(), digest);
        String look = act.replaceFirst("^preview\\.?", "");
        model.put("look", List.of("phone", "dark", "text").contains(look) ? look : "desktop");
        model.put("why", why(call, preview));
        model.put("unread", String.join(", ", previews.unread(digest)));
        if (preview instanceof Preview.Ready ready) {
            RenderedEdition edition = ready.edition();
            model.put("frame", DigestPage.path(sheet.fresh() ? "new" : sheet.name()) + "/preview/" + ready.id());
            model.put("subject", edition.edition().subject());
            model.put("preheader", edition.edition().preheader());
            model.put("text", EditionPage.filled(edition.text()));
            model.put(
                    "stories",
                    call.say(
                            "stories",
                            edition.edition().items().size(),
                            edition.edition().articles()));
        }
        return pages.page(call, "digest-preview", model);
    }

    private static String why(Call call, Preview preview) {
        if (preview instanceof Preview.Nothing nothing) {
            return call.say("editor.preview.nothing", nothing.why());
        }
        if (preview instanceof Preview.Failed failed) {
            return call.say("editor.preview.failed", failed.why());
        }
        return preview instanceof Preview.Busy ? call.say("editor.preview.busy") : "";
    }

    /** What became of the file while somebody was changing it. */
    Map<String, Object> meanwhile(String base, String now) {
        return Map.of("meanwhile", lines(base, now));
    }

    private static List<Map<String, String>> lines(String before, String after) {
        return LineDiff.of(before, after).stream()
                .map(line -> Map.of("kind", line.kind().name().toLowerCase(Locale.ROOT), "text", line.text()))
                .toList();
    }

    private Map<String, Object> done(Call call, Sheet sheet) {
        Map<String, Object> model = model(call, sheet);
        model.put("done", Carried.pack(sheet.text()));
        model.put("way", call.form().text("as").equals("text") || call.form().has("text") ? "text" : "form");
        return model;
    }

    private static Map<String, Object> model(Call call, Sheet sheet) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", sheet.fresh() ? call.say("editor.new") : call.say("editor.title", sheet.name()));
        model.put("to", sheet.path());
        model.put("name", sheet.name());
        model.put("fresh", sheet.fresh());
        model.put("base", sheet.fresh() ? "" : Carried.pack(sheet.base()));
        model.put("crumb", sheet.fresh() ? call.say("nav.digests") : sheet.name());
        model.put("crumbPath", sheet.fresh() ? "/digests" : DigestPage.path(sheet.name()));
        model.put("meanwhile", List.of());
        model.put("found", List.of());
        return model;
    }

    /** The next due times of what is filled in; none while it has mistakes. */
    private List<String> due(Call call, Sheet sheet, Draft draft) {
        List<Row> sources =
                draft.sources().stream().filter(row -> !row.isEmpty()).toList();
        List<Row> topics = draft.topics().stream().filter(row -> !row.isEmpty()).toList();
        Draft filled = new Draft(draft.values(), draft.lists(), sources, topics);
        Sheet now = sheet.with(filled.over(DigestText.of(sheet.text())).text());
        return checks.check(call, now)
                .digest()
                .map(digest -> DigestPage.due(call, digest, clock.instant()))
                .orElse(List.of());
    }
}
