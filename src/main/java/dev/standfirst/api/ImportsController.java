package dev.standfirst.api;

import dev.standfirst.api.ImportViews.ImportView;
import dev.standfirst.api.ImportViews.NewImport;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.transfer.ImportAnswer;
import dev.standfirst.transfer.ImportDesk;
import dev.standfirst.transfer.Imports;
import dev.standfirst.transfer.Imports.Entry;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/imports}: files of people, in three steps: make an import, send its file, apply it. */
@RestController
class ImportsController {

    private static final String IMPORTS = Api.V1 + "/imports";
    private static final String ONE = IMPORTS + Api.ID;

    private final ImportDesk desk;
    private final Imports imports;
    private final Clock clock;

    ImportsController(ImportDesk desk, Imports imports, Clock clock) {
        this.desk = desk;
        this.imports = imports;
        this.clock = clock;
    }

    @GetMapping(IMPORTS)
    @Operation(needs = Scope.PEOPLE_READ, summary = "List the imports of the last week, newest first")
    ResponseEntity<Page<ImportView>> all(Paging paging) {
        return paging.answer(
                imports.before(paging.number(Long.MAX_VALUE), paging.rows()),
                entry -> Long.toString(entry.id()),
                entry -> view(desk.asItIs(entry)));
    }

    @GetMapping(ONE)
    @Operation(needs = Scope.PEOPLE_READ, summary = "Get an import with its report")
    ImportView one(@PathVariable long id) {
        return view(find(id));
    }

    @PostMapping(IMPORTS)
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Make an import",
            detail = "Its file comes next. Nobody is put on the list before it is applied.",
            answers = 201,
            problems = {ProblemKind.CONFLICT})
    ResponseEntity<ImportView> make(@RequestBody NewImport wanted, Caller caller) {
        if (!Lists.isName(wanted.list())) {
            throw Refusal.value("list", "%s is not a name of a list.".formatted(Refusal.quote(wanted.list())));
        }
        if (wanted.consent().isBlank()) {
            throw Refusal.value("consent", "Say where and when these people agreed to get mail.");
        }
        Entry made = desk.add(Entry.wanted(
                                wanted.list(),
                                Texts.orElse(wanted.name(), "people.csv").replaceAll("\\p{Cntrl}+", " "),
                                !Boolean.FALSE.equals(wanted.optOuts()),
                                "token " + caller.token().name(),
                                clock.instant().truncatedTo(ChronoUnit.MICROS))
                        .agreed(wanted.consent()))
                .orElseThrow(() -> Refusal.of(
                        ProblemKind.CONFLICT,
                        "%d imports are kept already. Remove some that are done with. Nothing was changed."
                                .formatted(ImportDesk.MOST)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create(IMPORTS + "/" + made.id()))
                .body(view(made));
    }

    @PutMapping(
            path = ONE + "/file",
            consumes = {"text/csv", "text/tab-separated-values", "text/plain", "application/octet-stream"})
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Send the file of an import, and have it checked",
            detail =
                    "CSV or TSV. The check changes nothing; get the import to see what came of it. Where it was interrupted, send the file again.",
            answers = 202,
            problems = {ProblemKind.CONFLICT, ProblemKind.TOO_LARGE, ProblemKind.TYPE_WRONG, ProblemKind.UNAVAILABLE})
    ResponseEntity<ImportView> file(@PathVariable long id, InputStream body) {
        ImportAnswer answer = desk.receive(id, body);
        if (answer == ImportAnswer.NOT_READY) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "This import was applied. Make a new one for another file. Nothing was changed.");
        }
        requireBegun(answer);
        return accepted(id);
    }

    @PostMapping(ONE + "/apply")
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Put the people of an import on its list",
            detail =
                    "After the check. One that was interrupted goes on where it stopped. Its file is removed when it is done.",
            answers = 202,
            problems = {ProblemKind.CONFLICT, ProblemKind.UNAVAILABLE})
    ResponseEntity<ImportView> apply(@PathVariable long id) {
        ImportAnswer answer = desk.apply(id);
        if (answer == ImportAnswer.NOT_READY) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "An import is applied once, after its file was checked; this one is %s. Nothing was changed."
                            .formatted(find(id).state()));
        }
        requireBegun(answer);
        return accepted(id);
    }

    @DeleteMapping(ONE)
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Forget an import and its file",
            detail = "People who were put on the list stay there.",
            answers = 204,
            problems = {ProblemKind.CONFLICT})
    ResponseEntity<Void> remove(@PathVariable long id) {
        find(id);
        if (!desk.remove(id)) {
            throw Refusal.of(ProblemKind.CONFLICT, "This import is at work. Nothing was changed.");
        }
        return ResponseEntity.noContent().build();
    }

    private void requireBegun(ImportAnswer answer) {
        switch (answer) {
            case BEGUN -> {}
            case MISSING -> throw missing();
            case AT_WORK, NOT_READY ->
                throw Refusal.of(
                        ProblemKind.CONFLICT, "This import is at work. Nothing was changed; look again in a moment.");
            case NO_CONSENT ->
                throw Refusal.of(
                        ProblemKind.CONFLICT,
                        "It is not said how these people agreed to get mail. Apply this import in a browser, or make a new one. Nothing was changed.");
            case TOO_LARGE ->
                throw Refusal.of(
                                ProblemKind.TOO_LARGE,
                                "The file is larger than %d megabytes. Split it and import the parts one after the other. Nothing was changed."
                                        .formatted(desk.megabytes()))
                        .header("Connection", "close");
            case NOT_WHOLE ->
                throw Refusal.of(
                        ProblemKind.REQUEST_WRONG,
                        "The file was not sent to its end, or there is no room for it. Nothing was changed.");
            case NO_ROOM ->
                throw Refusal.of(
                                ProblemKind.UNAVAILABLE, "Too many imports wait. Nothing was changed; try again later.")
                        .header("Retry-After", "60");
        }
    }

    private ResponseEntity<ImportView> accepted(long id) {
        return ResponseEntity.accepted()
                .location(URI.create(IMPORTS + "/" + id))
                .body(one(id));
    }

    private ImportView view(Entry entry) {
        return ImportView.of(entry);
    }

    private Entry find(long id) {
        return desk.find(id).orElseThrow(ImportsController::missing);
    }

    private static Refusal missing() {
        return Refusal.notFound("import of that number");
    }
}
