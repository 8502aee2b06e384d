package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.SuppressionEntry;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.subscriber.Suppressions.Cause;
import dev.standfirst.subscriber.Suppressions.Suppression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /suppressed}: who is never mailed, whatever a list says. An owner's alone: an entry is about people of every
 * list, and of none.
 */
@RestController
class SuppressedPage {

    private static final String PATH = "/suppressed";
    private static final int ROWS = 50;

    private final DeskPages pages;
    private final Suppressions suppressions;
    private final Audit audit;

    SuppressedPage(DeskPages pages, Suppressions suppressions, Audit audit) {
        this.pages = pages;
        this.suppressions = suppressions;
        this.audit = audit;
    }

    @Needs(Role.OWNER)
    @GetMapping(PATH)
    ResponseEntity<String> list(Call call) {
        String text = call.form().text("q");
        Optional<SuppressionEntry> entry = SuppressionEntry.parse(text);
        if (text.isEmpty()) {
            return show(call, Map.of());
        }
        return entry.map(one -> show(call, Map.of("stops", lines(call, find(one)))))
                .orElseGet(() -> show(call, Map.of("stops", List.of(), "searchProblem", problem(call, text))));
    }

    /** Stops mail to an address or a domain. */
    @Needs(Role.OWNER)
    @PostMapping(PATH)
    ResponseEntity<String> add(Call call) {
        String text = call.form().text("entry");
        Optional<SuppressionEntry> entry =
                SuppressionEntry.parse(text).filter(one -> !(one instanceof SuppressionEntry.Hash));
        if (entry.isEmpty()) {
            return show(call, Map.of("entryProblem", problem(call, text)));
        }
        String because = call.form().text("because");
        Reason reason = Reason.by(call.who(), because.isEmpty() ? "added by hand" : because);
        if (!suppressions.add(entry.get(), Cause.OPERATOR, reason)) {
            return pages.then(PATH + "?said=suppressed.there");
        }
        audit.note(call.who(), "suppressed.added", about(entry.get()));
        return pages.then(PATH + "?said=suppressed.added");
    }

    /** Allows mail again; leads back to the person whose page it was asked on. */
    @Needs(Role.OWNER)
    @PostMapping("/suppressed/{id}/remove")
    ResponseEntity<String> remove(Call call, @PathVariable String id) {
        Optional<Suppression> stop = Numbers.of(id).flatMap(suppressions::find);
        if (stop.isEmpty()) {
            return pages.notFound(call);
        }
        if (stop.get().cause() == Cause.ERASED) {
            return pages.say(HttpStatus.CONFLICT, call, "suppressed.erased");
        }
        if (suppressions.remove(stop.get().entry(), Reason.by(call.who(), "allowed again by hand"))) {
            audit.note(call.who(), "suppressed.removed", about(stop.get()));
        }
        String person = Numbers.of(call.form().text("person"))
                .map(number -> PersonPage.path(Long.toString(number)))
                .orElse(PATH);
        return pages.then(person + "?said=suppressed.removed");
    }

    private List<Suppression> find(SuppressionEntry entry) {
        return entry instanceof SuppressionEntry.Address named
                ? suppressions.covering(named.address())
                : suppressions.find(entry.text()).stream().toList();
    }

    private static String problem(Call call, String text) {
        return text.indexOf('@') > 0 && EmailAddress.parse(text) instanceof EmailAddress.Parsed.Invalid invalid
                ? call.say("person.address.wrong", invalid.reason())
                : call.say("suppressed.wrong");
    }

    /** An address is told by its number, which leads nowhere once its person is erased. */
    private String about(SuppressionEntry entry) {
        return suppressions.find(entry.text()).map(SuppressedPage::about).orElse("");
    }

    private static String about(Suppression stop) {
        boolean domain = SuppressionEntry.parse(stop.entry())
                .filter(SuppressionEntry.Domain.class::isInstance)
                .isPresent();
        return domain ? stop.entry() : Long.toString(stop.id());
    }

    /** The page; with what it finds, and what is wrong in a form of it. */
    private ResponseEntity<String> show(Call call, Map<String, Object> found) {
        long after = Numbers.of(call.form().text("after")).orElse(0L);
        List<Suppression> all = found.containsKey("stops") ? List.of() : suppressions.page(after, ROWS + 1);
        List<Suppression> shown = all.subList(0, Math.min(ROWS, all.size()));
        Map<String, Object> model = new HashMap<>();
        model.put("title", call.say("suppressed.title"));
        model.put("said", DigestPage.said(call));
        model.put("q", call.form().text("q"));
        model.put("entry", call.form().text("entry"));
        model.put("because", call.form().text("because"));
        model.put("after", after > 0);
        model.put(
                "next",
                all.size() > ROWS ? PATH + "?after=" + shown.get(ROWS - 1).id() : "");
        model.put("stops", lines(call, shown));
        model.put("entryProblem", "");
        model.put("searchProblem", "");
        model.putAll(found);
        boolean wrong = found.containsKey("entryProblem") || found.containsKey("searchProblem");
        return pages.page(wrong ? HttpStatus.BAD_REQUEST : HttpStatus.OK, call, "suppressed", model);
    }

    private static List<Map<String, Object>> lines(Call call, List<Suppression> stops) {
        return stops.stream().map(stop -> PersonFacts.stop(call, stop)).toList();
    }
}
