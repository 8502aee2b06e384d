package dev.standfirst.desk;

import dev.standfirst.edition.TemplateTrial.Case;
import dev.standfirst.edition.TemplateTrial.Fault;
import dev.standfirst.edition.TemplateTrial.Seen;
import dev.standfirst.template.Mistake;
import dev.standfirst.template.TemplateFiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the pages of templates show. */
@Component
class TemplateFacts {

    static final String PATH = "/templates";

    private static final Set<String> VIEWS = Set.of("html", "dark", "text");

    private final TemplateDesk desk;
    private final TemplateFiles files;
    private final TemplateDrafts drafts;

    TemplateFacts(TemplateDesk desk, TemplateFiles files, TemplateDrafts drafts) {
        this.desk = desk;
        this.files = files;
        this.drafts = drafts;
    }

    /** A line of all templates. */
    Map<String, Object> line(Call call, String name, List<String> of) {
        long own = of.stream().filter(file -> files.own(file).isPresent()).count();
        boolean shared = TemplateDesk.isShared(name, of);
        boolean may = TemplateDesk.mayEdit(name, of);
        return Map.of(
                "name",
                name,
                "path",
                may ? PATH + "/" + name : "",
                "files",
                String.join(", ", of),
                "own",
                own > 0,
                "whose",
                call.say(own > 0 ? isProgram(of) ? "template.copy" : "template.own" : "template.program"),
                "what",
                call.say(shared ? "template.shared" : may ? "template.edition" : "template.letter"),
                "digests",
                shared || !may ? List.of() : users(name, of));
    }

    /** The digests of a template, each with its page, where another is chosen. */
    List<Map<String, String>> users(String name, List<String> of) {
        return desk.usedBy(name, of).stream()
                .map(digest -> Map.of("title", digest.title(), "path", DigestPage.path(digest.name())))
                .toList();
    }

    boolean isProgram(List<String> of) {
        return of.stream().anyMatch(file -> files.program(file).isPresent());
    }

    /** The fields of a template as they were typed, with what is wrong beside each. */
    List<Map<String, Object>> fields(Call call, Map<String, String> typed, List<Mistake> mistakes) {
        return typed.entrySet().stream()
                .<Map<String, Object>>map(field -> Map.of(
                        "key", TemplateDesk.field(field.getKey()),
                        "label", call.say("template.field." + TemplateDesk.field(field.getKey())),
                        "file", field.getKey(),
                        "text", field.getValue(),
                        "rows",
                                (int) Math.min(
                                        40,
                                        Math.max(12, field.getValue().lines().count() + 1)),
                        "whose", call.say(files.own(field.getKey()).isPresent() ? "template.copy" : "template.program"),
                        "mistakes",
                                mistakes.stream()
                                        .filter(mistake -> mistake.template().equals(field.getKey()))
                                        .map(mistake -> words(call, mistake))
                                        .toList()))
                .toList();
    }

    /** The preview, and what was found wrong by it. */
    Map<String, Object> preview(Call call, String name, Seen seen) {
        Map<String, Object> model = new HashMap<>();
        String view = VIEWS.contains(call.form().text("view")) ? call.form().text("view") : "html";
        model.put("view", view);
        model.put("views", List.of("html", "dark", "text"));
        model.put("case", chosen(call).name());
        model.put("cases", List.of(Case.values()).stream().map(Case::name).toList());
        model.put("broken", "");
        model.put("frame", "");
        model.put("text", "");
        model.put("subject", "");
        if (seen instanceof Seen.Works works) {
            model.put("subject", works.subject());
            model.put("on", call.say("template.case." + works.on()));
            model.put("text", EditionPage.filled(works.text()));
            model.put("frame", view.equals("text") ? "" : frame(name, works.html(), view));
        } else if (seen instanceof Seen.Broken broken) {
            model.put("broken", words(call, broken.mistake()));
        }
        model.put("faults", faults(call, List.of(seen)));
        return model;
    }

    private String frame(String name, String html, String view) {
        String filled = EditionPage.filled(html);
        return "%s/%s/drafts/%s"
                .formatted(PATH, name, drafts.keep(view.equals("dark") ? EditionPage.dark(filled) : filled));
    }

    /** What somebody wants to see it on. */
    static Case chosen(Call call) {
        return call.form().oneOf("case", Case.class).orElse(Case.LAST);
    }

    /** What is wrong with mails that work, each thing once, and on what it was seen first. */
    static List<String> faults(Call call, List<Seen> all) {
        Set<String> keys = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        for (Seen seen : all) {
            if (seen instanceof Seen.Works works) {
                works.faults().stream()
                        .filter(fault -> keys.add(fault.key()))
                        .forEach(fault -> faults.add(words(call, fault)));
            }
        }
        return faults;
    }

    static List<Mistake> mistakes(List<Seen> all) {
        return all.stream()
                .filter(Seen.Broken.class::isInstance)
                .map(seen -> ((Seen.Broken) seen).mistake())
                .toList();
    }

    private static String words(Call call, Fault fault) {
        return call.say("template.fault." + fault.key(), call.say("template.case." + fault.on()), fault.words());
    }

    /** What is wrong, where, and what to do. */
    static String words(Call call, Mistake mistake) {
        String said = call.say("template.mistake." + mistake.kind(), mistake.detail());
        return mistake.line() == 0
                ? call.say("template.nowhere", mistake.template(), said)
                : call.say("template.place", mistake.template(), mistake.line(), mistake.column(), said);
    }
}
