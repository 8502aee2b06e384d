package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.template.TemplateFiles;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /templates/{name}/reset}: back to the program's own template, after a second look at what goes. */
@RestController
class TemplateResetPage {

    private static final Logger log = LoggerFactory.getLogger(TemplateResetPage.class);

    private final DeskPages pages;
    private final TemplateDesk desk;
    private final TemplateFacts facts;
    private final TemplateFiles files;
    private final Audit audit;

    TemplateResetPage(DeskPages pages, TemplateDesk desk, TemplateFacts facts, TemplateFiles files, Audit audit) {
        this.pages = pages;
        this.desk = desk;
        this.facts = facts;
        this.files = files;
        this.audit = audit;
    }

    /** Asks whether one's own copies shall go. */
    @Needs(Role.OWNER)
    @GetMapping("/templates/{name}/reset")
    ResponseEntity<String> ask(Call call, @PathVariable String name) {
        return desk.owns(name).isEmpty() ? pages.notFound(call) : ask(HttpStatus.OK, call, name, "");
    }

    /** Removes one's own copies, where what is left still works. */
    @Needs(Role.OWNER)
    @PostMapping("/templates/{name}/reset")
    ResponseEntity<String> reset(Call call, @PathVariable String name) {
        List<String> owns = desk.owns(name);
        if (owns.isEmpty()) {
            return pages.notFound(call);
        }
        Optional<String> kept = kept(call, name);
        if (kept.isPresent()) {
            return ask(HttpStatus.CONFLICT, call, name, kept.get());
        }
        try {
            if (!files.remove(owns, call.form().text("hash"))) {
                return ask(HttpStatus.CONFLICT, call, name, call.say("template.changed.look"));
            }
        } catch (UncheckedIOException e) {
            log.warn("a template could not be removed", e);
            return ask(HttpStatus.CONFLICT, call, name, call.say("template.unwritten"));
        }
        audit.note(call.who(), "template.reset", name);
        return pages.then("/templates?said=template.reset");
    }

    /** Why one's own copies stay, in words; empty where they may go. */
    private Optional<String> kept(Call call, String name) {
        List<String> of = desk.files(name);
        if (!facts.isProgram(of)) {
            return desk.usedBy(name, of).isEmpty() ? Optional.empty() : Optional.of(call.say("template.used"));
        }
        Map<String, String> programs = new TreeMap<>();
        of.forEach(file -> files.program(file).ifPresent(text -> programs.put(file, text)));
        return TemplateFacts.mistakes(desk.seeAll(name, programs)).stream()
                .findFirst()
                .map(mistake -> call.say("template.reset.breaks", TemplateFacts.words(call, mistake)));
    }

    private ResponseEntity<String> ask(HttpStatus status, Call call, String name, String problem) {
        List<String> owns = desk.owns(name);
        Map<String, String> texts = new TreeMap<>();
        owns.forEach(file -> texts.put(file, files.text(file)));
        boolean program = facts.isProgram(desk.files(name));
        return pages.page(
                status,
                call,
                "template-reset",
                Map.of(
                        "title",
                        call.say(program ? "template.reset.title" : "template.remove.title", name),
                        "name",
                        name,
                        "here",
                        TemplateFacts.PATH + "/" + name,
                        "isProgram",
                        program,
                        "problem",
                        problem,
                        "hash",
                        files.hash(owns),
                        "fields",
                        facts.fields(call, texts, List.of())));
    }
}
