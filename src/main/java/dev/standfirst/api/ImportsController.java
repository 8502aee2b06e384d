package dev.standfirst.api;

import dev.standfirst.api.ImportViews.ImportView;
import dev.standfirst.api.ImportViews.NewImport;
import dev.standfirst.api.Imports.Entry;
import dev.standfirst.api.Imports.State;
import dev.standfirst.subscriber.Lists;
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
    private final ApiJson json;
    private final Clock clock;

    ImportsController(ImportDesk desk, Imports imports, ApiJson json, Clock clock) {
        this.desk = desk;
        this.imports = imports;
        this.json = json;
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
        Entry made = desk.add(new Entry(
                0,
                wanted.list(),
                Texts.orElse(wanted.name(), "people.csv").replaceAll("\\p{Cntrl}+", " "),
                wanted.consent().strip(),
                !Boolean.FALSE.equals(wanted.optOuts()),
                "token " + caller.token().name(),
                State.EMPTY,
                "",
                "",
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
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
        desk.receive(id, body);
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
        desk.apply(id);
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

    private ResponseEntity<ImportView> accepted(long id) {
        return ResponseEntity.accepted()
                .location(URI.create(IMPORTS + "/" + id))
                .body(one(id));
    }

    private ImportView view(Entry entry) {
        return ImportView.of(entry, json);
    }

    private Entry find(long id) {
        return desk.find(id).orElseThrow(() -> Refusal.notFound("import of that number"));
    }
}
