package dev.standfirst.desk;

import dev.standfirst.account.Account;
import dev.standfirst.account.Role;
import dev.standfirst.template.Words;
import dev.standfirst.text.Fact;
import dev.standfirst.web.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * One request for a page of the desk.
 *
 * @param request as it came
 * @param words in the language of whoever asks
 * @param form what was filled in
 */
record Call(HttpServletRequest request, Words words, Form form) {

    /** Where the desk's words are. */
    static final List<String> BUNDLES = Stream.concat(
                    Stream.of(Fact.BUNDLE),
                    Stream.of(
                                    "desk",
                                    "editing",
                                    "editor",
                                    "lists",
                                    "overview",
                                    "people",
                                    "signing",
                                    "templates",
                                    "tokens",
                                    "why")
                            .map(name -> "dev.standfirst.desk." + name))
            .toList();

    static Call of(HttpServletRequest request) {
        return new Call(request, words(request.getLocale()), new Form(request));
    }

    static Words words(Locale language) {
        return Words.of(BUNDLES, language);
    }

    /** Who is signed in; empty on the ways to sign in alone. */
    Optional<Account> account() {
        return Browsers.account();
    }

    /** Name of who is signed in, for what is kept of who did something. */
    String who() {
        return account().map(Account::name).orElseThrow();
    }

    boolean edits(String digest) {
        return account().filter(account -> account.edits(digest)).isPresent();
    }

    boolean isOwner() {
        return account().filter(account -> account.role().covers(Role.OWNER)).isPresent();
    }

    String path() {
        return request.getRequestURI();
    }

    /** What every form of the page carries. */
    String formToken() {
        Object token = request.getAttribute(CsrfToken.class.getName());
        return token instanceof CsrfToken known ? known.getToken() : "";
    }

    String say(String key, Object... values) {
        return words.say(key, values);
    }

    String say(Fact fact) {
        return fact.in(words);
    }
}
