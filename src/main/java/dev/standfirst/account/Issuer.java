package dev.standfirst.account;

import dev.standfirst.text.OneLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * What the provider says of itself, asked when somebody signs in and not before: the program starts and works while the
 * provider is away. It is on whatever network the operator names, so the guard of {@code fetch} is not before it.
 */
final class Issuer {

    private static final Logger log = LoggerFactory.getLogger(Issuer.class);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);

    /** A provider that has gone, moved or changed its keys is noticed before a browser is led to it. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    /** So that people who try and try do not all wait for a server that does not answer. */
    private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final OidcSettings settings;
    private final Clock clock;
    private Optional<Known> known = Optional.empty();
    private Instant next = Instant.MIN;

    Issuer(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is known of a provider.
     *
     * @param client its addresses, and what it calls us
     * @param door the address where people sign in there
     * @param exchange takes a code there, and checks the token that it gets for it
     */
    record Known(ClientRegistration client, String door, OidcAuthorizationCodeAuthenticationProvider exchange) {}

    /** Empty where it is away, or says of itself what cannot be. */
    synchronized Optional<Known> ask() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            try {
                known = Optional.of(read());
                next = now.plus(KEPT);
            } catch (RuntimeException e) { // whatever another's server may do
                log.warn("{} cannot be used to sign in: {}", settings.issuer(), OneLine.shown("" + e.getMessage()));
                known = Optional.empty();
                next = now.plus(LEFT_ALONE);
            }
        }
        return known;
    }

    private Known read() {
        RestTemplate rest = rest();
        Map<String, Object> said = rest.exchange(
                        settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration",
                        HttpMethod.GET,
                        null,
                        JSON)
                .getBody();
        if (said == null || !settings.issuer().equals(said.get("issuer"))) {
            throw new IllegalStateException("it calls itself " + (said == null ? "nothing" : said.get("issuer"))
                    + ", and standfirst.oidc.issuer must be that, letter by letter");
        }
        ClientRegistration client = ClientRegistrations.fromOidcConfiguration(said)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .scope(settings.scopes())
                .build();
        demandPrivate(client.getProviderDetails());
        String door = client.getProviderDetails().getAuthorizationUri();
        if (door == null) {
            throw new IllegalStateException("it names no place to sign in");
        }
        return new Known(client, door, exchange(client, rest));
    }

    private static void demandPrivate(ClientRegistration.ProviderDetails at) {
        Stream.of(
                        at.getAuthorizationUri(),
                        at.getTokenUri(),
                        at.getJwkSetUri(),
                        at.getUserInfoEndpoint().getUri())
                .filter(address -> address != null && !OidcSettings.isPrivate(URI.create(address)))
                .forEach(address -> {
                    throw new IllegalStateException("it names %s, which is not https".formatted(address));
                });
    }

    private OidcAuthorizationCodeAuthenticationProvider exchange(ClientRegistration client, RestTemplate rest) {
        RestClientAuthorizationCodeTokenResponseClient codes = new RestClientAuthorizationCodeTokenResponseClient();
        codes.setRestClient(RestClient.builder()
                .requestFactory(rest.getRequestFactory())
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        NimbusJwtDecoder decoder = decoder(client, rest);
        OidcAuthorizationCodeAuthenticationProvider exchange =
                new OidcAuthorizationCodeAuthenticationProvider(codes, people(rest));
        exchange.setJwtDecoderFactory(one -> decoder);
        return exchange;
    }

    /** Reads tokens signed with the provider's own keys; never with a shared secret, nor with none. */
    private NimbusJwtDecoder decoder(ClientRegistration client, RestTemplate rest) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        String.valueOf(client.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(all -> all.addAll(List.of(SignatureAlgorithm.values())))
                .restOperations(rest)
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        OidcIdTokenValidator forUs = new OidcIdTokenValidator(client);
        forUs.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, forUs));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /** Many providers say all in the token; who does not is asked once more. */
    private OidcUserService people(RestTemplate rest) {
        DefaultOAuth2UserService asking = new DefaultOAuth2UserService();
        asking.setRestOperations(rest);
        OidcUserService people = new OidcUserService();
        people.setOauth2UserService(asking);
        people.setRetrieveUserInfo(this::lacksSomething);
        return people;
    }

    private boolean lacksSomething(OidcUserRequest request) {
        Map<String, Object> claims = request.getIdToken().getClaims();
        boolean all = claims.containsKey(settings.claim())
                && (!settings.wantsConfirmed() || claims.containsKey("email_verified"));
        return !all
                && request.getClientRegistration()
                                .getProviderDetails()
                                .getUserInfoEndpoint()
                                .getUri()
                        != null;
    }

    private static RestTemplate rest() {
        JdkClientHttpRequestFactory connections = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        connections.setReadTimeout(READ);
        RestTemplate rest = new RestTemplate(connections);
        rest.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        return rest;
    }
}
