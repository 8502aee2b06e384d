package dev.standfirst.desk;

import dev.standfirst.account.Account;
import dev.standfirst.account.Accounts;
import dev.standfirst.account.Audit;
import dev.standfirst.account.PasswordRule;
import dev.standfirst.account.Role;
import dev.standfirst.account.SignIns;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /settings/me}: one's own password and browsers. */
@RestController
class MePage {

    private final DeskPages pages;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Browsers browsers;
    private final Audit audit;
    private final Clock clock;

    MePage(DeskPages pages, Accounts accounts, SignIns signIns, Browsers browsers, Audit audit, Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.signIns = signIns;
        this.browsers = browsers;
        this.audit = audit;
        this.clock = clock;
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
