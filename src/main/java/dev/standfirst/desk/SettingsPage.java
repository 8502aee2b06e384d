package dev.standfirst.desk;

import dev.standfirst.account.Account;
import dev.standfirst.account.Accounts;
import dev.standfirst.account.Accounts.Change;
import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.account.SignIns;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.relay.Relay;
import dev.standfirst.relay.Relays;
import dev.standfirst.web.BadInput;
import dev.standfirst.web.Site;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /settings}: accounts, what was done, and mail servers. */
@RestController
class SettingsPage {

    private static final int ROWS = 100;

    private final DeskPages pages;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Audit audit;
    private final Relays relays;
    private final DigestFiles files;
    private final Site site;
    private final Clock clock;

    SettingsPage(
            DeskPages pages,
            Accounts accounts,
            SignIns signIns,
            Audit audit,
            Relays relays,
            @Value("${standfirst.home}") Path home,
            Site site,
            Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.signIns = signIns;
        this.audit = audit;
        this.relays = relays;
        this.files = new DigestFiles(home);
        this.site = site;
        this.clock = clock;
    }

    @Needs(Role.OWNER)
    @GetMapping("/settings")
    ResponseEntity<String> show(Call call) {
        return settings(HttpStatus.OK, call, Map.of());
    }

    /** Makes an account; its link is shown this once. */
    @Needs(Role.OWNER)
    @PostMapping("/settings/accounts")
    ResponseEntity<String> add(Call call) {
        String name = call.form().text("name");
        Optional<Role> role = call.form().oneOf("role", Role.class);
        if (!Accounts.isName(name) || role.isEmpty()) {
            return settings(HttpStatus.BAD_REQUEST, call, Map.of("nameProblem", call.say("account.name")));
        }
        Optional<Account> made = accounts.add(name, role.get(), digests(call));
        if (made.isEmpty()) {
            return settings(HttpStatus.CONFLICT, call, Map.of("nameProblem", call.say("account.taken", name)));
        }
        audit.note(call.who(), "account.made", name);
        return settings(HttpStatus.OK, call, Map.of("link", link(call, made.get()), "name", ""));
    }

    /** Makes a new link for an account. */
    @Needs(Role.OWNER)
    @PostMapping("/settings/accounts/{name}/link")
    ResponseEntity<String> newLink(Call call, @PathVariable String name) {
        Optional<Account> account = accounts.find(name);
        if (account.isEmpty()) {
            return pages.notFound(call);
        }
        audit.note(call.who(), "account.link", name);
        return settings(HttpStatus.OK, call, Map.of("link", link(call, account.get())));
    }

    @Needs(Role.OWNER)
    @PostMapping("/settings/accounts/{name}/change")
    ResponseEntity<String> change(Call call, @PathVariable String name) {
        Role role = call.form().oneOf("role", Role.class).orElseThrow(() -> new BadInput("a role that there is not"));
        return done(call, accounts.change(name, role, digests(call)), "account.changed", name);
    }

    @Needs(Role.OWNER)
    @PostMapping("/settings/accounts/{name}/remove")
    ResponseEntity<String> remove(Call call, @PathVariable String name) {
        return done(call, accounts.remove(name), "account.removed", name);
    }

    private ResponseEntity<String> done(Call call, Change change, String act, String name) {
        if (change == Change.UNKNOWN) {
            return pages.notFound(call);
        }
        if (change == Change.LAST_OWNER) {
            return settings(HttpStatus.CONFLICT, call, Map.of("problem", call.say("account.last")));
        }
        audit.note(call.who(), act, name);
        return pages.then("/settings?said=" + act);
    }

    private Set<String> digests(Call call) {
        Set<String> named = new HashSet<>(call.form().all("digest"));
        named.retainAll(files.names());
        return named;
    }

    /** Under the name that this request came to: whoever reads it here can open it here. */
    private String link(Call call, Account account) {
        String path = DeskPaths.SIGN_IN + "/" + signIns.link(account);
        boolean open = site.host().equalsIgnoreCase(call.request().getServerName());
        return open
                ? site.address(path)
                : "http://%s:%d%s"
                        .formatted(
                                call.request().getServerName(), call.request().getServerPort(), path);
    }

    /** @param told what the page says besides what is there */
    private ResponseEntity<String> settings(HttpStatus status, Call call, Map<String, String> told) {
        Map<String, Object> model = new HashMap<>(Map.of("problem", "", "nameProblem", "", "link", ""));
        model.put("title", call.say("nav.settings"));
        model.put("said", DigestPage.said(call));
        model.put("name", call.form().text("name"));
        model.put(
                "chosen",
                call.form().oneOf("role", Role.class).orElse(Role.READER).name());
        model.put("digests", files.names());
        model.put("roles", roles(call));
        model.put(
                "accounts",
                accounts.all().stream().map(account -> line(call, account)).toList());
        model.put(
                "relays", relays.all().stream().map(relay -> relay(call, relay)).toList());
        model.put(
                "audit",
                audit.latest(Long.MAX_VALUE, ROWS).stream()
                        .map(entry -> entry(call, entry))
                        .toList());
        model.putAll(told);
        return pages.page(status, call, "settings", model);
    }

    private static Map<String, Object> relay(Call call, Relay relay) {
        List<String> facts = new ArrayList<>(relay.limitsInWords());
        relay.hourLimit().ifPresent(limit -> facts.add(call.say("settings.relay.hour", relay.inLastHour(), limit)));
        return Map.of("where", relay.destination(), "how", relay.words(), "limits", facts);
    }

    private static List<Map<String, Object>> roles(Call call) {
        return List.of(Role.values()).stream()
                .<Map<String, Object>>map(role -> Map.of("key", role.name(), "name", call.say("role." + role)))
                .toList();
    }

    private Map<String, Object> line(Call call, Account account) {
        return Map.of(
                "name", account.name(),
                "role", account.role().name(),
                "roleName", call.say("role." + account.role()),
                "digests", String.join(", ", account.digests()),
                "password", call.say(account.hasPassword() ? "account.password" : "account.link.only"),
                "seen",
                        account.seen()
                                .map(at -> Times.show(call.words(), at, clock.instant(), ZoneId.systemDefault()))
                                .orElse(call.say("account.never")));
    }

    private Map<String, Object> entry(Call call, Audit.Entry entry) {
        return Map.of(
                "at", Times.show(call.words(), entry.at(), clock.instant(), ZoneId.systemDefault()),
                "who", entry.who(),
                "act", call.say("act." + entry.act()),
                "about", entry.about());
    }
}
