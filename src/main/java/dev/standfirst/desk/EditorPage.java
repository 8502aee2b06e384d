package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.desk.SheetCheck.Findings;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestText;
import dev.standfirst.digest.DigestWriting;
import dev.standfirst.digest.Draft;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /digests/new} and {@code /digests/{digest}/edit}: makes and changes the file of a digest as a person would, by
 * a form or as a text; looks at the difference, then saves it. Nothing is written by any other button.
 */
@RestController
class EditorPage {

    private final DeskPages pages;
    private final SheetCheck checks;
    private final SheetView view;
    private final SheetRows rows;
    private final SheetPreviews previews;
    private final DigestFiles files;
    private final Audit audit;

    EditorPage(
            DeskPages pages,
            SheetCheck checks,
            SheetView view,
            SheetRows rows,
            SheetPreviews previews,
            @Value("${standfirst.home}") Path home,
            Audit audit) {
        this.pages = pages;
        this.checks = checks;
        this.view = view;
        this.rows = rows;
        this.previews = previews;
        this.files = new DigestFiles(home);
        this.audit = audit;
    }

    @Needs(Role.OWNER)
    @GetMapping("/digests/new")
    ResponseEntity<String> begin(Call call) {
        Map<String, String> values = Map.of(
                "language", call.words().language().getLanguage(),
                "schedule.time", "07:00",
                "schedule.zone", ZoneId.systemDefault().getId());
        Draft draft = new Draft(values, Map.of(), List.of(), List.of());
        Sheet sheet = new Sheet("", true, "", draft.over(DigestText.of("")).text());
        return view.form(call, HttpStatus.OK, sheet, rows.added("add.source", sheet.draft()), Map.of());
    }

    @Needs(Role.OWNER)
    @PostMapping("/digests/new")
    ResponseEntity<String> make(Call call) {
        return act(call, new Sheet(call.form().text("name"), true, "", ""));
    }

    @Needs(Role.EDITOR)
    @GetMapping("/digests/{digest}/edit")
    ResponseEntity<String> edit(Call call, @PathVariable String digest) {
        Optional<String> text = files.text(digest);
        if (text.isEmpty()) {
            return pages.notFound(call);
        }
        Sheet sheet = new Sheet(digest, false, text.get(), text.get());
        if (text.get().length() > Carried.LONGEST) {
            return pages.say(HttpStatus.OK, call, "editor.longer", digest, Carried.LONGEST);
        }
        boolean asText =
                call.form().text("as").equals("text") || sheet.obstacle().isPresent();
        Findings found = checks.check(call, sheet);
        return asText
                ? view.text(call, HttpStatus.OK, sheet, found)
                : view.form(call, HttpStatus.OK, sheet, sheet.draft(), found.errors());
    }

    @Needs(Role.EDITOR)
    @PostMapping("/digests/{digest}/edit")
    ResponseEntity<String> change(Call call, @PathVariable String digest) {
        return files.text(digest).isEmpty()
                ? pages.notFound(call)
                : act(call, new Sheet(digest, false, Carried.unpack(call.form().text("base")), ""));
    }

    /** The mail of a preview, for its frame. */
    @Needs(Role.EDITOR)
    @GetMapping("/digests/{digest}/preview/{id}")
    ResponseEntity<String> preview(Call call, @PathVariable String digest, @PathVariable String id) {
        boolean dark = call.form().text("scheme").equals("dark");
        return previews.html(call.who(), id)
                .map(EditionPage::filled)
                .map(html -> pages.mailed(dark ? EditionPage.dark(html) : html))
                .orElseGet(() -> pages.notFound(call));
    }

    private ResponseEntity<String> act(Call call, Sheet empty) {
        String act = call.form().text("act");
        Sheet onto = empty.with(Carried.unpack(call.form().text("onto")));
        if (call.form().has("done")) {
            return finished(call, act, empty.with(Carried.unpack(call.form().text("done"))));
        }
        if (call.form().has("text")) {
            return typed(call, act, onto.with(asIn(onto.base(), call.form().lines("text"))));
        }
        return onto.obstacle().isPresent() ? pages.notFound(call) : filled(call, act, onto);
    }

    /** A form that was filled in: only two of its buttons lead further. */
    private ResponseEntity<String> filled(Call call, String act, Sheet onto) {
        Draft draft = DraftForm.read(call, onto.draft(), act);
        Sheet sheet = onto.with(draft.over(DigestText.of(onto.text())).text());
        if (act.equals("text")) {
            return view.text(call, HttpStatus.OK, sheet, checks.check(call, sheet));
        }
        boolean further = act.isEmpty() || act.equals("check") || act.startsWith("preview");
        if (!further) {
            SheetRows.Changed changed = rows.change(call, act, draft);
            return view.formWith(call, HttpStatus.OK, onto, changed.draft(), changed.model());
        }
        Findings found = checks.check(call, sheet);
        return found.isFine()
                ? finished(call, act, sheet)
                : view.form(call, HttpStatus.BAD_REQUEST, onto, draft, found.errors());
    }

    private ResponseEntity<String> typed(Call call, String act, Sheet sheet) {
        Findings found = checks.check(call, sheet);
        if (act.equals("form")) {
            return sheet.obstacle().isPresent()
                    ? view.text(call, HttpStatus.OK, sheet, found)
                    : view.form(call, HttpStatus.OK, sheet, sheet.draft(), found.errors());
        }
        return found.isFine() ? finished(call, act, sheet) : view.text(call, HttpStatus.BAD_REQUEST, sheet, found);
    }

    /** A text without mistakes, or one that was looked at: it is checked once more, whoever sends it. */
    private ResponseEntity<String> finished(Call call, String act, Sheet sheet) {
        Findings found = checks.check(call, sheet);
        if (act.equals("back") || !found.isFine()) {
            return again(call, found.isFine() ? HttpStatus.OK : HttpStatus.BAD_REQUEST, sheet, found, Map.of());
        }
        if (act.startsWith("preview")) {
            return view.preview(call, sheet, found.digest().orElseThrow(), act);
        }
        String now = sheet.fresh() ? "" : files.text(sheet.name()).orElse("");
        if (!now.equals(sheet.base())) {
            return conflict(call, sheet, now);
        }
        return act.equals("save")
                ? save(call, sheet)
                : view.difference(call, sheet, found.digest().orElseThrow());
    }

    private ResponseEntity<String> save(Call call, Sheet sheet) {
        Optional<String> before = sheet.fresh() ? Optional.empty() : Optional.of(sheet.base());
        DigestWriting written = files.write(sheet.name(), before, sheet.text());
        if (written instanceof DigestWriting.Changed) {
            return conflict(call, sheet, files.text(sheet.name()).orElse(""));
        }
        if (written instanceof DigestWriting.Impossible impossible) {
            return pages.say(HttpStatus.CONFLICT, call, "editor.unwritten", impossible.why());
        }
        String act = sheet.fresh() ? "digest.made" : "digest.changed";
        audit.note(call.who(), act, sheet.name());
        return pages.then(DigestPage.path(sheet.name()) + "?said=" + act);
    }

    /** Somebody else was faster: nothing is written, and what both did is put together where that can be done. */
    private ResponseEntity<String> conflict(Call call, Sheet sheet, String now) {
        Map<String, Object> more = new HashMap<>(view.meanwhile(sheet.base(), now));
        boolean join = !sheet.fresh()
                && !call.form().text("as").equals("text")
                && !call.form().has("text")
                && sheet.obstacle().isEmpty()
                && sheet.with(sheet.base()).obstacle().isEmpty()
                && sheet.with(now).obstacle().isEmpty();
        if (!join) {
            Sheet mine = sheet.fresh() ? sheet : sheet.from(now);
            return again(call, HttpStatus.CONFLICT, mine, checks.check(call, mine), more);
        }
        Draft joined = sheet.draft()
                .onto(sheet.with(sheet.base()).draft(), sheet.with(now).draft());
        return view.formWith(call, HttpStatus.CONFLICT, sheet.from(now).with(now), joined, more);
    }

    private ResponseEntity<String> again(
            Call call, HttpStatus status, Sheet sheet, Findings found, Map<String, Object> more) {
        boolean asText = call.form().text("as").equals("text")
                || call.form().has("text")
                || sheet.obstacle().isPresent();
        Map<String, Object> all = new HashMap<>(more);
        all.put("errors", found.errors());
        return asText
                ? view.text(call, status, sheet, found, more)
                : view.formWith(call, status, sheet, sheet.draft(), all);
    }

    /** Browsers send CR and LF; the file keeps its own. */
    private static String asIn(String base, String text) {
        String lines = text.replace("\r\n", "\n");
        return base.contains("\r\n") ? lines.replace("\n", "\r\n") : lines;
    }
}
