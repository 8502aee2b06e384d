package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.PendingSignIn;
import dev.standfirst.account.Provider;
import dev.standfirst.account.Provider.Answer;
import dev.standfirst.account.Provider.Arrival;
import dev.standfirst.account.Provider.Why;
import dev.standfirst.web.Site;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /sign-in/oidc}: by an account at a provider, where one is named; else there is nothing here.
 *
 * <p>A browser leaves by a link and not by a form: Chromium holds {@code form-action} against every redirect that a
 * form leads to, so a form would need the provider in the policy of all pages, and a link needs nothing.
 *
 * <p>It comes back by a GET that signs it in. That is no breach of the rule that a GET changes nothing: it works once,
 * only in the browser that left, and only for whoever signed in at the provider meanwhile.
 */
@RestController
class ProviderPage {

    static final String LEAVE = "/sign-in/oidc";

    private static final String COME_BACK = LEAVE + "/back";

    /**
     * Tells that a browser was led to our public name already, so that no proxy that hides it makes it go in circles.
     */
    private static final String MOVED = "moved";

    /** Long enough to find a password and a second factor. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final DeskPages pages;
    private final SignInForm form;
    private final Provider provider;
    private final Browsers browsers;
    private final Audit audit;
    private final Site site;
    private final BrowserCookie cookie;

    ProviderPage(DeskPages pages, SignInForm form, Provider provider, Browsers browsers, Audit audit, Site site) {
        this.pages = pages;
        this.form = form;
        this.provider = provider;
        this.browsers = browsers;
        this.audit = audit;
        this.site = site;
        this.cookie = new BrowserCookie("standfirst-oidc", site);
    }

    @Everybody
    @GetMapping(LEAVE)
    ResponseEntity<String> leave(Call call, HttpServletResponse response) {
        if (!provider.isOn()) {
            return pages.notFound(call);
        }
        String next = DeskPaths.safe(call.form().text(SignInForm.NEXT));
        if (call.account().isPresent()) {
            return pages.then(next);
        }
        if (!call.form().has(MOVED)
                && !site.host().equalsIgnoreCase(call.request().getServerName())) {
            // The provider leads back to our public name, so what the browser keeps has to be kept under that.
            return pages.then(site.address("%s?%s&%s=%s"
                    .formatted(LEAVE, MOVED, SignInForm.NEXT, URLEncoder.encode(next, StandardCharsets.UTF_8))));
        }
        PendingSignIn pending = PendingSignIn.begin(next);
        Optional<String> place = provider.leave(pending, site.address(COME_BACK));
        if (place.isEmpty()) {
            return outside(call, next, new Arrival.Outside(Why.AWAY, ""));
        }
        cookie.keep(pending.cookie(), LIFE, call.request(), response);
        return pages.then(place.get());
    }

    @Everybody
    @GetMapping(COME_BACK)
    ResponseEntity<String> comeBack(Call call, HttpServletResponse response) {
        if (!provider.isOn()) {
            return pages.notFound(call);
        }
        Optional<PendingSignIn> pending = cookie.read(call.request())
                .flatMap(PendingSignIn::ofCookie)
                .filter(one -> one.isAnsweredBy(call.form().text("state")));
        if (pending.isEmpty()) {
            return form.page(HttpStatus.BAD_REQUEST, call, "/", call.say("oidc.elsewhere", form.nameOfProvider(call)));
        }
        cookie.forget(call.request(), response);
        String next = DeskPaths.safe(pending.get().next());
        Answer answer = new Answer(call.form().text("code"), call.form().text("error"));
        Arrival arrival = provider.arrive(pending.get(), site.address(COME_BACK), answer);
        if (arrival instanceof Arrival.Known known) {
            browsers.begin(known.account(), call.request(), response);
            audit.note(known.account().name(), "signed.in.oidc", provider.host());
            return pages.then(next);
        }
        return outside(call, next, (Arrival.Outside) arrival);
    }

    private ResponseEntity<String> outside(Call call, String next, Arrival.Outside outside) {
        HttpStatus status = switch (outside.why()) {
            case AWAY -> HttpStatus.SERVICE_UNAVAILABLE;
            case REFUSED -> HttpStatus.BAD_GATEWAY;
            default -> HttpStatus.FORBIDDEN;
        };
        String key = "oidc." + outside.why().name().toLowerCase(Locale.ROOT);
        return form.page(status, call, next, call.say(key, form.nameOfProvider(call), outside.about()));
    }
}
