package dev.standfirst.desk;

import dev.standfirst.account.Account;
import dev.standfirst.account.Accounts;
import dev.standfirst.account.Accounts.Change;
import dev.standfirst.account.Audit;
import dev.standfirst.account.PasswordRule;
import dev.standfirst.account.Role;
import dev.standfirst.account.SignIns;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.relay.Relays;
import dev.standfirst.web.Site;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
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

/** {@code /settings}: accounts, what was done, mail servers; and for everybody, one's own password and browsers. */
@RestController
class SettingsPage {

    private static final int ROWS = 100;

    private final DeskPages pages;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Browsers browsers;
    private final Audit audit;
    private final Relays relays;
    private final DigestFiles files;
    private final Site site;
    private final Clock clock;

    SettingsPage(
            DeskPages pages,
            Accounts accounts,
            SignIns signIns,
            Browsers browsers,
            Audit audit,
            Relays relays,
            @Value("${standfirst.home}") Path home,
            Site site,
            Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.signIns = signIns;
        this.browsers = browsers;
        this.audit = audit;
        this.relays = relays;
        this.files = new DigestFiles(home);
        this.site = site;
        this.clock = clock;
    }

    @Needs(Role.OWNER)
    @GetMapping("/settings")
    ResponseEntity<String> show(Call call) {
        return settings(HttpStatus.OK, call, "", "");
    }

    /** Makes an account; its link is shown this once. */
    @Needs(Role.OWNER)
    @PostMapping("/settings/accounts")
    ResponseEntity<String> add(Call call) {
        String name = call.form().text("name");
        Optional<Role> role = call.form().oneOf("role", Role.class);
        if (!Accounts.isName(name) || role.isEmpty()) {
            return settings(HttpStatus.BAD_REQUEST, call, call.say("account.name"), "");
        }
        Optional<Account> made = accounts.add(name, role.get(), digests(call));
        if (made.isEmpty()) {
            return settings(HttpStatus.CONFLICT, call, call.say("account.taken", name), "");
        }
        audit.note(call.who(), "account.made", name);
        return settings(HttpStatus.OK, call, "", link(call, made.get()));
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
        return settings(HttpStatus.OK, call, "", link(call, account.get()));
    }

    @Needs(Role.OWNER)
    @PostMapping("/settings/accounts/{name}/change")
    ResponseEntity<String> change(Call call, @PathVariable String name) {
        Role role = call.form().oneOf("role", Role.class).orElse(Role.READER);
        return done(call, accounts.change(name, role, digests(call)), "account.changed", name);
    }

    @Needs(Role.OWNER)
    @PostMapping("/settings/accounts/{name}/remove")
    ResponseEntity<String> remove(Call call, @PathVariable String name) {
        return done(call, accounts.remove(name), "account.removed", name);
    }

    @Needs(Role.READER)
    @GetMapping("/settings/me")
    ResponseEntity<String> me(Call call) {
        return me(HttpStatus.OK, call, "");
    }

    /** Sets one's own password; all browsers are signed out but this one. */
    @Needs(Role.READER)
    @PostMapping("/settings/me/password")
    ResponseEntity<String> password(Call call, HttpServletResponse response) {
        Account account = call.account().orElseThrow();
        String password = call.form().lines("password");
        Optional<String> refusal = PasswordRule.refusal(password, account.name());
        if (refusal.isPresent()) {
            return me(HttpStatus.BAD_REQUEST, call, call.say(refusal.get()));
        }
        accounts.setPassword(account, password);
        browsers.begin(account, call.request(), response);
        audit.note(account.name(), "password.set", "");
        return pages.then("/settings/me?said=me.password");
    }

    /** Signs all of one's browsers out. */
    @Needs(Role.READER)
    @PostMapping("/settings/me/sign-out")
    ResponseEntity<String> signOut(Call call, HttpServletResponse response) {
        signIns.endAll(call.account().orElseThrow());
        browsers.end(call.request(), response);
        return pages.then(DeskPaths.SIGN_IN);
    }

    private ResponseEntity<String> done(Call call, Change change, String act, String name) {
        if (change == Change.UNKNOWN) {
            return pages.notFound(call);
        }
        if (change == Change.LAST_OWNER) {
            return settings(HttpStatus.CONFLICT, call, call.say("account.last"), "");
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

    private ResponseEntity<String> settings(HttpStatus status, Call call, String problem, String link) {
        return pages.page(
                status,
                call,
                "settings",
                Map.of(
                        "title", call.say("nav.settings"),
                        "problem", problem,
                        "link", link,
                        "said", DigestPage.said(call),
                        "digests", files.names(),
                        "roles", roles(call),
                        "accounts",
                                accounts.all().stream()
                                        .map(account -> line(call, account))
                                        .toList(),
                        "relays",
                                relays.all().stream()
                                        .map(relay -> Map.of("where", relay.destination(), "how", relay.words()))
                                        .toList(),
                        "audit",
                                audit.latest(Long.MAX_VALUE, ROWS).stream()
                                        .map(entry -> entry(call, entry))
                                        .toList()));
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

    private ResponseEntity<String> me(HttpStatus status, Call call, String problem) {
        Account account = call.account().orElseThrow();
        return pages.page(
                status,
                call,
                "me",
                Map.of(
                        "title", call.say("me.title"),
                        "problem", problem,
                        "first", call.form().has("first"),
                        "hasPassword", account.hasPassword(),
                        "said", DigestPage.said(call),
                        "browsers",
                                signIns.all(account).stream()
                                        .map(one -> Map.of(
                                                "agent", one.agent().isEmpty() ? "?" : one.agent(),
                                                "network", one.network(),
                                                "seen",
                                                        Times.show(
                                                                call.words(),
                                                                one.seen(),
                                                                clock.instant(),
                                                                ZoneId.systemDefault())))
                                        .toList()));
    }
}
