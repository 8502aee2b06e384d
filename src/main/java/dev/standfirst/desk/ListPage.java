package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.web.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /lists}: the lists with how many people are on each, and what each says of itself. */
@RestController
class ListPage {

    private static final int TITLE_LENGTH = 200;
    private static final int DESCRIPTION_LENGTH = 1000;

    private final DeskPages pages;
    private final Lists lists;
    private final OwnLists own;
    private final Site site;
    private final Audit audit;

    ListPage(DeskPages pages, Lists lists, OwnLists own, Site site, Audit audit) {
        this.pages = pages;
        this.lists = lists;
        this.own = own;
        this.site = site;
        this.audit = audit;
    }

    static String path(String list) {
        return "/lists/" + list;
    }

    @Needs(Role.EDITOR)
    @GetMapping("/lists")
    ResponseEntity<String> list(Call call) {
        return front(call, HttpStatus.OK, Map.of());
    }

    @Needs(Role.OWNER)
    @PostMapping("/lists")
    ResponseEntity<String> make(Call call) {
        String name = call.form().text("name");
        Map<String, String> errors = mistakes(call);
        if (!Lists.isName(name)) {
            errors.put("name", call.say("list.name.wrong"));
        }
        if (!errors.isEmpty()) {
            return front(call, HttpStatus.BAD_REQUEST, errors);
        }
        if (lists.find(name).isPresent() || !lists.update(filled(call, lists.require(name)))) {
            return front(call, HttpStatus.CONFLICT, Map.of("name", call.say("list.name.taken", name)));
        }
        audit.note(call.who(), "list.made", name);
        return pages.then(path(name) + "?said=list.made");
    }

    @Needs(Role.EDITOR)
    @GetMapping("/lists/{name}")
    ResponseEntity<String> show(Call call, @PathVariable String name) {
        return lists.find(name)
                .map(list -> show(call, HttpStatus.OK, list, Map.of()))
                .orElseGet(() -> pages.notFound(call));
    }

    @Needs(Role.OWNER)
    @PostMapping("/lists/{name}/change")
    ResponseEntity<String> change(Call call, @PathVariable String name) {
        Optional<MailingList> list = lists.find(name);
        if (list.isEmpty()) {
            return pages.notFound(call);
        }
        Map<String, String> errors = mistakes(call);
        if (!errors.isEmpty()) {
            return show(call, HttpStatus.BAD_REQUEST, filled(call, list.get()), errors);
        }
        boolean asRead =
                call.form().text("version").equals(Long.toString(list.get().version()));
        if (!asRead || !lists.update(filled(call, list.get()))) {
            return show(
                    call,
                    HttpStatus.CONFLICT,
                    lists.find(name).orElse(list.get()),
                    Map.of("all", call.say("list.changed.meanwhile")));
        }
        audit.note(call.who(), "list.changed", name);
        return pages.then(path(name) + "?said=list.changed");
    }

    @Needs(Role.OWNER)
    @PostMapping("/lists/{name}/remove")
    ResponseEntity<String> remove(Call call, @PathVariable String name) {
        Optional<MailingList> list = lists.find(name);
        if (list.isEmpty()) {
            return pages.notFound(call);
        }
        if (!lists.remove(name)) {
            return show(call, HttpStatus.CONFLICT, list.get(), Map.of("all", call.say("list.kept")));
        }
        audit.note(call.who(), "list.removed", name);
        return pages.then("/lists?said=list.removed");
    }

    private static Map<String, String> mistakes(Call call) {
        Map<String, String> errors = new HashMap<>();
        if (call.form().text("title").length() > TITLE_LENGTH) {
            errors.put("title", call.say("list.title.long"));
        }
        if (call.form().text("description").length() > DESCRIPTION_LENGTH) {
            errors.put("description", call.say("list.description.long"));
        }
        return errors;
    }

    private static MailingList filled(Call call, MailingList list) {
        String title = call.form().text("title");
        return new MailingList(
                list.id(),
                list.name(),
                title.isEmpty() ? list.name() : title,
                call.form().text("description"),
                call.form().has("joinable"),
                list.createdAt(),
                list.version());
    }

    private ResponseEntity<String> front(Call call, HttpStatus status, Map<String, String> errors) {
        return pages.page(
                status,
                call,
                "lists",
                Map.of(
                        "title", call.say("nav.lists"),
                        "owner", call.isOwner(),
                        "said", DigestPage.said(call),
                        "errors", errors,
                        "typed",
                                Map.of(
                                        "name", call.form().text("name"),
                                        "title", call.form().text("title"),
                                        "description", call.form().text("description"),
                                        "joinable", call.form().has("joinable")),
                        "lists",
                                lists.all().stream()
                                        .map(list -> facts(call, list))
                                        .toList()));
    }

    private ResponseEntity<String> show(Call call, HttpStatus status, MailingList list, Map<String, String> errors) {
        Map<String, Object> model = new HashMap<>(facts(call, list));
        model.put("title", list.name());
        model.put("owner", call.isOwner());
        model.put("said", DigestPage.said(call));
        model.put("errors", errors);
        model.put(
                "typed",
                Map.of(
                        "title", list.title().equals(list.name()) ? "" : list.title(),
                        "description", list.description(),
                        "joinable", list.joinable()));
        model.put("version", Long.toString(list.version()));
        model.put("imports", own.include(call, list.name()) ? "/imports?list=" + list.name() : "");
        return pages.page(status, call, "list", model);
    }

    private Map<String, Object> facts(Call call, MailingList list) {
        Map<Status, Long> counts = lists.counts(list.name());
        Map<String, Object> facts = new HashMap<>();
        facts.put("path", path(list.name()));
        facts.put("name", list.name());
        facts.put("called", list.title().equals(list.name()) ? "" : list.title());
        facts.put("description", list.description());
        facts.put("page", list.joinable() ? site.address("/s/" + list.name()) : "");
        for (Status status : Status.values()) {
            facts.put(status.name(), call.say("number", counts.getOrDefault(status, 0L)));
        }
        facts.put("empty", counts.values().stream().allMatch(count -> count == 0));
        facts.put(
                "digests",
                own.mailedTo(list.name()).stream()
                        .map(digest -> Map.of("path", DigestPage.path(digest.name()), "title", digest.title()))
                        .toList());
        return facts;
    }
}
