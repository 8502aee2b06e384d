package dev.standfirst.account;

import dev.standfirst.account.Issuer.Known;
import dev.standfirst.text.OneLine;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * Sign-in at a provider, by OpenID Connect: a browser leaves for it and comes back with a code, and who that is has an
 * account here already, or stays outside. Nothing makes accounts but their owners.
 */
@Component
public class Provider {

    private static final Logger log = LoggerFactory.getLogger(Provider.class);

    private static final Set<String> NOT_NOW = Set.of("temporarily_unavailable", "server_error");
    private static final int SHOWN = 100;

    private final OidcSettings settings;
    private final Accounts accounts;
    private final Issuer issuer;

    Provider(OidcSettings settings, Accounts accounts, Clock clock) {
        this.settings = settings;
        this.accounts = accounts;
        this.issuer = new Issuer(settings, clock);
    }

    /**
     * What a browser comes back with.
     *
     * @param code for which the provider tells who it is; empty where there is an error
     * @param error the provider's word for why there is no code
     */
    public record Answer(String code, String error) {}

    /** Who came back. */
    public sealed interface Arrival {

        /** Somebody who may come in. */
        record Known(Account account) implements Arrival {}

        /**
         * Somebody who stays outside.
         *
         * @param about the name or address that it is about, or the claim that is missing; else empty
         */
        record Outside(Why why, String about) implements Arrival {}
    }

    /** Why somebody stays outside. */
    public enum Why {
        /** There is no account of that name. */
        STRANGER,
        /** The provider does not say that the address was confirmed. */
        UNCONFIRMED,
        /** The provider does not tell the claim. */
        NAMELESS,
        /** The person, or the provider, said no there. */
        DENIED,
        /** What came back is not what it should be. */
        REFUSED,
        /** The provider does not answer. */
        AWAY
    }

    /** Whether there is one. */
    public boolean isOn() {
        return settings.isOn();
    }

    /** What people call it, if that is said. */
    public Optional<String> name() {
        return Optional.of(settings.name().strip()).filter(name -> !name.isEmpty());
    }

    /** Its host, for what is kept of who signed in. */
    public String host() {
        return String.valueOf(URI.create(settings.issuer()).getHost());
    }

    /**
     * The address of the provider to which a browser leaves; empty where it cannot be used now.
     *
     * @param back whole address that it comes back to
     */
    public Optional<String> leave(PendingSignIn pending, String back) {
        return issuer.ask().map(known -> request(known, pending, back).getAuthorizationRequestUri());
    }

    /**
     * Asks the provider who came back.
     *
     * @param pending that the browser left with; its state was compared
     * @param back as of {@link #leave}
     */
    public Arrival arrive(PendingSignIn pending, String back, Answer answer) {
        Optional<Known> known = issuer.ask();
        if (known.isEmpty()) {
            return new Arrival.Outside(Why.AWAY, "");
        }
        OAuth2AuthorizationExchange exchange =
                new OAuth2AuthorizationExchange(request(known.get(), pending, back), response(pending, back, answer));
        Authentication found;
        try {
            found = known.get()
                    .exchange()
                    .authenticate(new OAuth2LoginAuthenticationToken(known.get().client(), exchange));
        } catch (RuntimeException e) { // whatever another's server may say
            log.warn("a sign-in by {} failed: {}", settings.issuer(), OneLine.shown("" + e.getMessage()));
            return new Arrival.Outside(why(e), "");
        }
        return found != null && found.getPrincipal() instanceof OidcUser user
                ? arrival(user)
                : new Arrival.Outside(Why.REFUSED, "");
    }

    private Arrival arrival(OidcUser user) {
        Object claim = user.getClaims().get(settings.claim());
        if (!(claim instanceof String name) || name.isBlank()) {
            return new Arrival.Outside(Why.NAMELESS, settings.claim());
        }
        String shown = OneLine.of(name, SHOWN);
        if (settings.wantsConfirmed() && !Boolean.TRUE.equals(user.getEmailVerified())) {
            return new Arrival.Outside(Why.UNCONFIRMED, shown);
        }
        Optional<Account> account = Accounts.isName(name) ? accounts.find(name) : Optional.empty();
        return account.<Arrival>map(Arrival.Known::new).orElseGet(() -> new Arrival.Outside(Why.STRANGER, shown));
    }

    private static Why why(RuntimeException failure) {
        String code = failure instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : "";
        if (code.equals("access_denied")) {
            return Why.DENIED;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ResourceAccessException || cause instanceof HttpServerErrorException) {
                return Why.AWAY;
            }
        }
        return NOT_NOW.contains(code) ? Why.AWAY : Why.REFUSED;
    }

    /** The same when leaving and when coming back: all of it follows from what the browser keeps. */
    private OAuth2AuthorizationRequest request(Known known, PendingSignIn pending, String back) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(known.door())
                .clientId(settings.clientId())
                .redirectUri(back)
                .scopes(new LinkedHashSet<>(settings.scopes()))
                .state(pending.state())
                .attributes(Map.of(
                        OidcParameterNames.NONCE,
                        pending.nonce(),
                        PkceParameterNames.CODE_VERIFIER,
                        pending.verifier()))
                .additionalParameters(Map.of(
                        OidcParameterNames.NONCE,
                        PendingSignIn.hash(pending.nonce()),
                        PkceParameterNames.CODE_CHALLENGE,
                        pending.challenge(),
                        PkceParameterNames.CODE_CHALLENGE_METHOD,
                        "S256"))
                .build();
    }

    private static OAuth2AuthorizationResponse response(PendingSignIn pending, String back, Answer answer) {
        OAuth2AuthorizationResponse.Builder response =
                answer.error().isEmpty() && !answer.code().isEmpty()
                        ? OAuth2AuthorizationResponse.success(answer.code())
                        : OAuth2AuthorizationResponse.error(answer.error().isEmpty() ? "no_code" : answer.error());
        return response.redirectUri(back).state(pending.state()).build();
    }
}
