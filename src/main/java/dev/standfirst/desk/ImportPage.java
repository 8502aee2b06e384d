package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.transfer.ImportAnswer;
import dev.standfirst.transfer.ImportDesk;
import dev.standfirst.transfer.Imports;
import dev.standfirst.transfer.Imports.Entry;
import dev.standfirst.transfer.Imports.State;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /imports}: a file of people is handed in, looked at, and applied; whoever began it, here or by the API. */
@RestController
class ImportPage {

    private static final int CONSENT_LENGTH = 2000;

    private final DeskPages pages;
    private final ImportFacts facts;
    private final ImportDesk desk;
    private final Imports imports;
    private final OwnLists own;
    private final Audit audit;
    private final Clock clock;

    ImportPage(
            DeskPages pages,
            ImportFacts facts,
            ImportDesk desk,
            Imports imports,
            OwnLists own,
            Audit audit,
            Clock clock) {
        this.pages = pages;
        this.facts = facts;
        this.desk = desk;
        this.imports = imports;
        this.own = own;
        this.audit = audit;
        this.clock = clock;
    }

    static String path(long id) {
        return "/imports/" + id;
    }

    /** What is wrong with a field of a form, as a message. */
    private record Mistake(HttpStatus status, String field, String words) {}

    /** What was filled in beside the file. */
    private record Chosen(String list, boolean optOuts) {}

    @Needs(Role.EDITOR)
    @GetMapping("/imports")
    ResponseEntity<String> list(Call call) {
        return front(call, HttpStatus.OK, new Chosen(call.form().text("list"), true), Map.of());
    }

    /** Takes a file in and has it checked; nobody is put on a list by that. */
    @Needs(Role.EDITOR)
    @PostMapping("/imports")
    ResponseEntity<String> add(Call call) {
        Upload upload = Upload.of(call.request());
        try {
            Chosen chosen = new Chosen(upload.text("list"), upload.fields().containsKey("optOuts"));
            if (!own.of(call).contains(chosen.list())) {
                return front(call, HttpStatus.BAD_REQUEST, chosen, Map.of("list", call.say("import.list.missing")));
            }
            Optional<InputStream> file = upload.file();
            if (file.isEmpty()) {
                return front(call, HttpStatus.BAD_REQUEST, chosen, Map.of("file", call.say("import.file.missing")));
            }
            Optional<Entry> made = desk.add(Entry.wanted(
                    chosen.list(),
                    upload.fileName(),
                    chosen.optOuts(),
                    call.who(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS)));
            if (made.isEmpty()) {
                return front(
                        call, HttpStatus.CONFLICT, chosen, Map.of("all", call.say("import.full", ImportDesk.MOST)));
            }
            return receive(call, made.get(), file.get(), mistake -> {
                desk.remove(made.get().id());
                return front(call, mistake.status(), chosen, Map.of(mistake.field(), mistake.words()));
            });
        } finally {
            upload.drain();
        }
    }

    @Needs(Role.EDITOR)
    @GetMapping("/imports/{id}")
    ResponseEntity<String> show(Call call, @PathVariable String id) {
        return find(call, id)
                .map(entry -> show(call, HttpStatus.OK, entry, Map.of()))
                .orElseGet(() -> pages.notFound(call));
    }

    /** The part of the page that is asked for again and again while the import is at work. */
    @Needs(Role.EDITOR)
    @GetMapping("/imports/{id}/live")
    ResponseEntity<String> live(Call call, @PathVariable String id) {
        return find(call, id)
                .map(entry -> pages.page(call, "import-live", model(call, entry, Map.of())))
                .orElseGet(() -> pages.notFound(call));
    }

    /** Takes another file in for an import whose file was none, or was not checked to its end. */
    @Needs(Role.EDITOR)
    @PostMapping("/imports/{id}/file")
    ResponseEntity<String> file(Call call, @PathVariable String id) {
        Upload upload = Upload.of(call.request());
        try {
            Optional<Entry> entry = find(call, id);
            if (entry.isEmpty()) {
                return pages.notFound(call);
            }
            Optional<InputStream> file = upload.file();
            return file.isEmpty()
                    ? show(
                            call,
                            new Mistake(HttpStatus.BAD_REQUEST, "file", call.say("import.file.missing")),
                            entry.get())
                    : receive(call, entry.get(), file.get(), mistake -> show(call, mistake, entry.get()));
        } finally {
            upload.drain();
        }
    }

    /** Puts its people on the list, once, or goes on with that. */
    @Needs(Role.EDITOR)
    @PostMapping("/imports/{id}/apply")
    ResponseEntity<String> apply(Call call, @PathVariable String id) {
        Optional<Entry> entry = find(call, id);
        if (entry.isEmpty()) {
            return pages.notFound(call);
        }
        String consent = call.form().text("consent");
        if (consent.length() > CONSENT_LENGTH) {
            return show(
                    call, new Mistake(HttpStatus.BAD_REQUEST, "consent", call.say("import.consent.long")), entry.get());
        }
        ImportAnswer answer = desk.apply(entry.get().id(), consent);
        if (answer == ImportAnswer.BEGUN) {
            audit.note(call.who(), "import.applied", about(entry.get()));
        }
        return answer(call, answer, entry.get().id(), mistake -> show(call, mistake, entry.get()));
    }

    /** The rows that it would skip, to be mended and imported again. */
    @Needs(Role.EDITOR)
    @GetMapping("/imports/{id}/skipped.csv")
    @Nullable
    ResponseEntity<String> skipped(Call call, @PathVariable String id, HttpServletResponse response)
            throws IOException {
        Optional<Entry> entry = find(call, id).filter(one -> one.state() == State.CHECKED);
        if (entry.isEmpty()) {
            return pages.notFound(call);
        }
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"skipped-%d.csv\"".formatted(entry.get().id()));
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            desk.writeSkipped(entry.get(), out);
        }
        return null;
    }

    /** Forgets it and its file; who is on the list stays there. */
    @Needs(Role.EDITOR)
    @PostMapping("/imports/{id}/remove")
    ResponseEntity<String> remove(Call call, @PathVariable String id) {
        Optional<Entry> entry = find(call, id);
        if (entry.isEmpty()) {
            return pages.notFound(call);
        }
        if (!desk.remove(entry.get().id())) {
            return pages.then(path(entry.get().id()) + "?said=import.busy");
        }
        audit.note(call.who(), "import.removed", about(entry.get()));
        return pages.then("/imports?said=import.removed");
    }

    private interface Refused {
        ResponseEntity<String> answer(Mistake mistake);
    }

    private ResponseEntity<String> receive(Call call, Entry entry, InputStream file, Refused refused) {
        ImportAnswer answer = desk.receive(entry.id(), file);
        if (answer == ImportAnswer.BEGUN) {
            audit.note(call.who(), "import.checked", about(entry));
        }
        return answer(call, answer, entry.id(), refused);
    }

    private ResponseEntity<String> answer(Call call, ImportAnswer answer, long id, Refused refused) {
        return switch (answer) {
            case BEGUN -> pages.then(path(id));
            case MISSING -> pages.notFound(call);
            case AT_WORK, NOT_READY -> pages.then(path(id) + "?said=import.already");
            case NO_CONSENT ->
                refused.answer(new Mistake(HttpStatus.BAD_REQUEST, "consent", call.say("import.consent.missing")));
            case TOO_LARGE ->
                refused.answer(new Mistake(
                        HttpStatus.CONTENT_TOO_LARGE, "file", call.say("import.file.large", desk.megabytes())));
            case NOT_WHOLE -> refused.answer(new Mistake(HttpStatus.BAD_REQUEST, "file", call.say("import.file.part")));
            case NO_ROOM -> refused.answer(new Mistake(HttpStatus.SERVICE_UNAVAILABLE, "all", call.say("import.wait")));
        };
    }

    private Optional<Entry> find(Call call, String id) {
        return Numbers.of(id).flatMap(desk::find).filter(entry -> own.include(call, entry.list()));
    }

    private ResponseEntity<String> show(Call call, Mistake mistake, Entry entry) {
        Entry now = desk.find(entry.id()).orElse(entry);
        return show(call, mistake.status(), now, Map.of(mistake.field(), mistake.words()));
    }

    private ResponseEntity<String> show(Call call, HttpStatus status, Entry entry, Map<String, String> errors) {
        return pages.page(status, call, "import", model(call, entry, errors));
    }

    private Map<String, Object> model(Call call, Entry entry, Map<String, String> errors) {
        Map<String, Object> model = new HashMap<>(facts.all(call, entry));
        model.put("errors", errors);
        model.put("typed", errors.isEmpty() ? "" : call.form().text("consent"));
        model.put("said", DigestPage.said(call));
        return model;
    }

    private ResponseEntity<String> front(Call call, HttpStatus status, Chosen chosen, Map<String, String> errors) {
        return pages.page(
                status,
                call,
                "imports",
                Map.of(
                        "title", call.say("nav.imports"),
                        "lists", own.of(call),
                        "chosen", chosen.list(),
                        "optOuts", chosen.optOuts(),
                        "owner", call.isOwner(),
                        "errors", errors,
                        "limit", call.say("import.file.hint", desk.megabytes()),
                        "said", DigestPage.said(call),
                        "imports",
                                imports.before(Long.MAX_VALUE, ImportDesk.MOST).stream()
                                        .filter(entry -> own.include(call, entry.list()))
                                        .map(entry -> facts.line(call, desk.asItIs(entry)))
                                        .toList()));
    }

    private static String about(Entry entry) {
        return "%s, %s".formatted(entry.fileName(), entry.list());
    }
}
