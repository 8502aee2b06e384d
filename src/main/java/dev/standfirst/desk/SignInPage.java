package dev.standfirst.desk;

import dev.standfirst.account.Account;
import dev.standfirst.account.Audit;
import dev.standfirst.account.SignIns;
import dev.standfirst.account.SignIns.Tried;
import dev.standfirst.web.Callers;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /sign-in}: by name and password, or by a link that works once. Opening a link changes nothing, since mail
 * scanners open links; its button does.
 */
@RestController
class SignInPage {

    private static final int MINUTE = 60;

    private final DeskPages pages;
    private final SignInForm form;
    private final SignIns signIns;
    private final Browsers browsers;
    private final Callers callers;
    private final Audit audit;

    SignInPage(DeskPages pages, SignInForm form, SignIns signIns, Browsers browsers, Callers callers, Audit audit) {
        this.pages = pages;
        this.form = form;
        this.signIns = signIns;
        this.browsers = browsers;
        this.callers = callers;
        this.audit = audit;
    }

    @Everybody
    @GetMapping("/sign-in")
    ResponseEntity<String> show(Call call) {
        String next = DeskPaths.safe(call.form().text(SignInForm.NEXT));
        return call.account().isPresent() ? pages.then(next) : form.page(HttpStatus.OK, call, next, "");
    }

    @Everybody
    @PostMapping("/sign-in")
    ResponseEntity<String> signIn(Call call, HttpServletResponse response) {
        String next = DeskPaths.safe(call.form().text(SignInForm.NEXT));
        Tried tried = signIns.tryPassword(
                call.form().text("name"), call.form().lines("password"), callers.network(call.request()));
        if (tried instanceof Tried.Right right) {
            return begin(call, right.account(), response, next);
        }
        return tried instanceof Tried.TooSoon soon
                ? tooSoon(call, next, soon.left())
                : form.page(HttpStatus.UNAUTHORIZED, call, next, call.say("sign.in.wrong"));
    }

    private ResponseEntity<String> tooSoon(Call call, String next, Duration wait) {
        long seconds = Math.max(1, wait.toSeconds() + 1);
        String words = seconds < 2 * MINUTE
                ? call.say("sign.in.soon.seconds", seconds)
                : call.say("sign.in.soon.minutes", (seconds + MINUTE - 1) / MINUTE);
        ResponseEntity<String> page = form.page(HttpStatus.TOO_MANY_REQUESTS, call, next, words);
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header("Retry-After", Long.toString(seconds))
                .body(page.getBody());
    }

    @Everybody
    @GetMapping("/sign-in/{secret}")
    ResponseEntity<String> showLink(Call call, @PathVariable String secret) {
        Optional<Account> account = signIns.ofLink(secret);
        return account.isEmpty()
                ? pages.say(HttpStatus.NOT_FOUND, call, "link.used")
                : pages.page(
                        call,
                        "sign-in-link",
                        Map.of("title", call.say("link.title", account.get().name())));
    }

    @Everybody
    @PostMapping("/sign-in/{secret}")
    ResponseEntity<String> useLink(Call call, HttpServletResponse response, @PathVariable String secret) {
        Optional<Account> account = signIns.useLink(secret);
        if (account.isEmpty()) {
            return pages.say(HttpStatus.NOT_FOUND, call, "link.used");
        }
        return begin(call, account.get(), response, account.get().hasPassword() ? "/" : "/settings/me?first");
    }

    private ResponseEntity<String> begin(Call call, Account account, HttpServletResponse response, String next) {
        browsers.begin(account, call.request(), response);
        audit.note(account.name(), "signed.in", "");
        return pages.then(next);
    }

    @Everybody
    @PostMapping("/sign-out")
    ResponseEntity<String> signOut(Call call, HttpServletResponse response) {
        browsers.end(call.request(), response);
        return pages.then(DeskPaths.SIGN_IN);
    }
}
