package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.api.Scope;
import dev.standfirst.api.Token;
import dev.standfirst.api.Tokens;
import dev.standfirst.api.Tokens.Making;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /settings/tokens}: which programs may use the API. */
@RestController
class TokenPage {

    private static final int MOST_DAYS = 3650;
    private static final String USUAL_DAYS = "90";

    private final DeskPages pages;
    private final Tokens tokens;
    private final Audit audit;
    private final Clock clock;

    TokenPage(DeskPages pages, Tokens tokens, Audit audit, Clock clock) {
        this.pages = pages;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    @Needs(Role.OWNER)
    @GetMapping("/settings/tokens")
    ResponseEntity<String> list(Call call) {
        return show(HttpStatus.OK, call, Map.of(), "");
    }

    /** Makes a token; its secret is shown this once. */
    @Needs(Role.OWNER)
    @PostMapping("/settings/tokens")
    ResponseEntity<String> add(Call call) {
        String name = call.form().text("name");
        Optional<Set<Scope>> scopes = scopes(call);
        Optional<Duration> life = life(call);
        Map<String, String> errors = new HashMap<>();
        if (!Tokens.isName(name)) {
            errors.put("name", call.say("token.name.wrong"));
        }
        if (scopes.isEmpty()) {
            errors.put("scope", call.say("token.scope.missing"));
        }
        if (life.isEmpty()) {
            errors.put("days", call.say("token.days.wrong", MOST_DAYS));
        }
        if (!errors.isEmpty()) {
            return show(HttpStatus.BAD_REQUEST, call, errors, "");
        }
        Making making = tokens.add(name, scopes.orElseThrow(), life.orElseThrow());
        if (making instanceof Making.Made made) {
            audit.note(call.who(), "token.made", name);
            return show(HttpStatus.OK, call, Map.of(), made.secret());
        }
        return show(HttpStatus.CONFLICT, call, Map.of("name", call.say("token.taken", name)), "");
    }

    @Needs(Role.OWNER)
    @PostMapping("/settings/tokens/{name}/remove")
    ResponseEntity<String> remove(Call call, @PathVariable String name) {
        if (!tokens.remove(name)) {
            return pages.notFound(call);
        }
        audit.note(call.who(), "token.removed", name);
        return pages.then("/settings/tokens?said=token.removed");
    }

    /** Those that are ticked; empty where none is, or one that there is not. */
    private static Optional<Set<Scope>> scopes(Call call) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String key : call.form().all("scope")) {
            Optional<Scope> scope = Scope.of(key);
            if (scope.isEmpty()) {
                return Optional.empty();
            }
            scopes.add(scope.get());
        }
        return scopes.isEmpty() ? Optional.empty() : Optional.of(scopes);
    }

    private static Optional<Duration> life(Call call) {
        return Numbers.of(call.form().text("days"))
                .filter(days -> days >= 1 && days <= MOST_DAYS)
                .map(Duration::ofDays);
    }

    private ResponseEntity<String> show(HttpStatus status, Call call, Map<String, String> errors, String secret) {
        boolean again = !errors.isEmpty();
        List<String> ticked = again ? call.form().all("scope") : List.of();
        return pages.page(
                status,
                call,
                "tokens",
                Map.of(
                        "title",
                        call.say("token.title"),
                        "said",
                        DigestPage.said(call),
                        "errors",
                        errors,
                        "secret",
                        secret,
                        "typed",
                        again ? call.form().text("name") : "",
                        "days",
                        again ? call.form().text("days") : USUAL_DAYS,
                        "scopes",
                        List.of(Scope.values()).stream()
                                .map(scope -> Map.of(
                                        "key", scope.key(),
                                        "words", call.say("scope." + scope),
                                        "ticked", ticked.contains(scope.key())))
                                .toList(),
                        "tokens",
                        tokens.all().stream().map(token -> line(call, token)).toList()));
    }

    private Map<String, Object> line(Call call, Token token) {
        Instant now = clock.instant();
        boolean works = token.expiresAt().isAfter(now);
        return Map.of(
                "name", token.name(),
                "scopes", token.scopes().stream().sorted().map(Scope::key).toList(),
                "kind", works ? "ok" : "bad",
                "state", call.say(works ? "token.works" : "token.expired"),
                "until", Times.moment(call.words(), token.expiresAt(), ZoneId.systemDefault()),
                "used",
                        token.lastUsed()
                                .map(at -> Times.show(call.words(), at, now, ZoneId.systemDefault()))
                                .orElse(call.say("token.never")));
    }
}
