package dev.standfirst.desk;

import dev.standfirst.account.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The page to sign in at, which every way in ends at that does not lead further. */
@Component
class SignInForm {

    /** The page that somebody wanted before the sign-in; a field of the form and of addresses. */
    static final String NEXT = "next";

    private final DeskPages pages;
    private final Provider provider;

    SignInForm(DeskPages pages, Provider provider) {
        this.pages = pages;
        this.provider = provider;
    }

    /**
     * The page.
     *
     * @param next a path that {@link DeskPaths#safe} has let through
     * @param problem what went wrong, in words; empty where nothing did
     */
    ResponseEntity<String> page(HttpStatus status, Call call, String next, String problem) {
        return pages.page(
                status,
                call,
                "sign-in",
                Map.of(
                        "next",
                        next,
                        "problem",
                        problem,
                        "name",
                        call.form().text("name"),
                        "provider",
                        provider.isOn() ? call.say("oidc.button", nameOfProvider(call)) : "",
                        "providerPath",
                        ProviderPage.LEAVE + "?" + NEXT + "=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
    }

    /** What people call the provider. */
    String nameOfProvider(Call call) {
        return provider.name().orElseGet(() -> call.say("oidc.name"));
    }
}
