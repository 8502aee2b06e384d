package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.edition.TemplateTrial.Seen;
import dev.standfirst.template.Mistake;
import dev.standfirst.template.TemplateFiles;
import dev.standfirst.web.BadInput;
import java.io.UncheckedIOException;
import java.util.HashMap;
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

/** {@code /templates}: the templates of mails, edited beside what they make of the last edition. */
@RestController
class TemplatePage {

    private static final Logger log = LoggerFactory.getLogger(TemplatePage.class);

    private static final int MOST_CHARACTERS = 40_000;

    private final DeskPages pages;
    private final TemplateDesk desk;
    private final TemplateFacts facts;
    private final TemplateFiles files;
    private final TemplateDrafts drafts;
    private final Audit audit;

    TemplatePage(
            DeskPages pages,
            TemplateDesk desk,
            TemplateFacts facts,
            TemplateFiles files,
            TemplateDrafts drafts,
            Audit audit) {
        this.pages = pages;
        this.desk = desk;
        this.facts = facts;
        this.files = files;
        this.drafts = drafts;
        this.audit = audit;
    }

    /** What is shown beside what somebody typed. */
    private record Shown(HttpStatus status, List<Mistake> mistakes, List<String> problems, boolean changed) {

        static Shown fine() {
            return new Shown(HttpStatus.OK, List.of(), List.of(), false);
        }

        static Shown problem(HttpStatus status, String words) {
            return new Shown(status, List.of(), List.of(words), false);
        }
    }

    @Needs(Role.OWNER)
    @GetMapping("/templates")
    ResponseEntity<String> list(Call call) {
        return list(HttpStatus.OK, call, "");
    }

    /** Begins a template under a new name, as a copy of another. */
    @Needs(Role.OWNER)
    @PostMapping("/templates")
    ResponseEntity<String> begin(Call call) {
        String name = call.form().text("name");
        if (!TemplateFiles.isName(name)) {
            return list(HttpStatus.BAD_REQUEST, call, call.say("template.name.wrong"));
        }
        try {
            if (!desk.copy("edition", name)) {
                return list(HttpStatus.CONFLICT, call, call.say("template.name.taken", name));
            }
        } catch (UncheckedIOException e) {
            return list(HttpStatus.CONFLICT, call, unwritten(call, e));
        }
        audit.note(call.who(), "template.made", name);
        return pages.then(path(name) + "?said=template.made");
    }

    @Needs(Role.OWNER)
    @GetMapping("/templates/{name}")
    ResponseEntity<String> show(Call call, @PathVariable String name) {
        List<String> of = desk.files(name);
        if (of.isEmpty()) {
            return pages.notFound(call);
        }
        Map<String, String> texts = new TreeMap<>();
        of.forEach(file -> texts.put(file, files.text(file)));
        return show(call, name, texts, Shown.fine());
    }

    /** Shows what the typed texts make: the page again, or the preview alone where the page asks for it. */
    @Needs(Role.OWNER)
    @PostMapping("/templates/{name}/preview")
    ResponseEntity<String> preview(Call call, @PathVariable String name) {
        List<String> of = desk.files(name);
        if (of.isEmpty()) {
            return pages.notFound(call);
        }
        Map<String, String> typed = typed(call, of);
        if (isLong(typed)) {
            return show(call, name, typed, tooLong(call));
        }
        if (call.request().getHeader("HX-Request") == null) {
            return show(call, name, typed, Shown.fine());
        }
        Seen seen = desk.see(name, typed, TemplateFacts.chosen(call));
        return pages.page(call, "template-preview", facts.preview(call, name, seen));
    }

    /** A mail that was made of typed texts, for the frame. */
    @Needs(Role.OWNER)
    @GetMapping("/templates/{name}/drafts/{draft}")
    ResponseEntity<String> draft(Call call, @PathVariable String draft) {
        return drafts.find(draft).map(pages::mailed).orElseGet(() -> pages.notFound(call));
    }

    /** Saves what was typed, where all mails that it makes are right and nobody changed it meanwhile. */
    @Needs(Role.OWNER)
    @PostMapping("/templates/{name}/save")
    ResponseEntity<String> save(Call call, @PathVariable String name) {
        List<String> of = desk.files(name);
        if (of.isEmpty()) {
            return pages.notFound(call);
        }
        Map<String, String> typed = typed(call, of);
        Optional<Shown> wrong = wrong(call, name, typed);
        if (wrong.isPresent()) {
            return show(call, name, typed, wrong.get());
        }
        try {
            if (!files.save(typed, call.form().text("hash"))) {
                return show(call, name, typed, changed(call));
            }
        } catch (UncheckedIOException e) {
            return show(call, name, typed, Shown.problem(HttpStatus.CONFLICT, unwritten(call, e)));
        }
        audit.note(call.who(), "template.saved", name);
        return pages.then(path(name) + "?said=template.saved");
    }

    private static String path(String name) {
        return TemplateFacts.PATH + "/" + name;
    }

    private Optional<Shown> wrong(Call call, String name, Map<String, String> typed) {
        if (isLong(typed)) {
            return Optional.of(tooLong(call));
        }
        if (!call.form().text("hash").equals(files.hash(typed.keySet()))) {
            return Optional.of(changed(call));
        }
        List<Seen> all = desk.seeAll(name, typed);
        List<Mistake> mistakes = TemplateFacts.mistakes(all);
        List<String> faults = TemplateFacts.faults(call, all);
        return mistakes.isEmpty() && faults.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shown(HttpStatus.BAD_REQUEST, mistakes, faults, false));
    }

    private static boolean isLong(Map<String, String> typed) {
        return typed.values().stream().mapToInt(String::length).sum() > MOST_CHARACTERS;
    }

    private static Shown tooLong(Call call) {
        return Shown.problem(HttpStatus.BAD_REQUEST, call.say("template.long", MOST_CHARACTERS));
    }

    private static Shown changed(Call call) {
        return new Shown(HttpStatus.CONFLICT, List.of(), List.of(call.say("template.changed")), true);
    }

    private static String unwritten(Call call, UncheckedIOException e) {
        log.warn("a template could not be changed", e);
        return call.say("template.unwritten");
    }

    /** As it was typed: browsers end lines their own way. */
    private static Map<String, String> typed(Call call, List<String> of) {
        Map<String, String> typed = new TreeMap<>();
        for (String file : of) {
            if (!call.form().has(TemplateDesk.field(file))) {
                throw new BadInput("a template is missing");
            }
            typed.put(
                    file,
                    call.form()
                            .lines(TemplateDesk.field(file))
                            .replace("\r\n", "\n")
                            .replace("\0", ""));
        }
        return typed;
    }

    private ResponseEntity<String> list(HttpStatus status, Call call, String problem) {
        return pages.page(
                status,
                call,
                "templates",
                Map.of(
                        "title", call.say("nav.templates"),
                        "said", DigestPage.said(call),
                        "problem", problem,
                        "typed", call.form().text("name"),
                        "folder", files.folder(),
                        "templates",
                                files.all().entrySet().stream()
                                        .map(one -> facts.line(call, one.getKey(), one.getValue()))
                                        .toList()));
    }

    private ResponseEntity<String> show(Call call, String name, Map<String, String> typed, Shown shown) {
        Map<String, Object> model = new HashMap<>();
        Seen seen = isLong(typed) ? NOTHING : desk.see(name, typed, TemplateFacts.chosen(call));
        model.putAll(facts.preview(call, name, seen));
        model.put("title", name);
        model.put("here", path(name));
        model.put("said", DigestPage.said(call));
        model.put("fields", facts.fields(call, typed, shown.mistakes()));
        model.put(
                "elsewhere",
                shown.mistakes().stream()
                        .filter(mistake -> !typed.containsKey(mistake.template()))
                        .map(mistake -> TemplateFacts.words(call, mistake))
                        .toList());
        model.put("failed", shown.status().isError());
        model.put("problems", shown.problems());
        // Whoever saves again after a look at what somebody else wrote means it.
        boolean asRead = call.form().has("hash") && !shown.changed();
        model.put("hash", asRead ? call.form().text("hash") : files.hash(typed.keySet()));
        model.put("theirs", shown.changed() ? facts.fields(call, saved(typed), List.of()) : List.of());
        model.put("owns", !desk.owns(name).isEmpty());
        model.put("isProgram", facts.isProgram(List.copyOf(typed.keySet())));
        model.put("digests", facts.users(name, List.copyOf(typed.keySet())));
        return pages.page(shown.status(), call, "template", model);
    }

    private static final Seen NOTHING =
            new Seen.Works(dev.standfirst.edition.TemplateTrial.Case.USUAL, "", "", "", List.of());

    private Map<String, String> saved(Map<String, String> typed) {
        Map<String, String> saved = new TreeMap<>();
        typed.keySet().forEach(file -> saved.put(file, files.text(file)));
        return saved;
    }
}
