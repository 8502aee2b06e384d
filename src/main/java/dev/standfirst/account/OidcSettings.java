package dev.standfirst.account;

import dev.standfirst.text.OneLine;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in at a provider that operators have an account with already (OpenID Connect). Issuer, client id and client
 * secret are set, or none of them.
 *
 * @param issuer address of the provider, letter by letter as it names itself; empty where nobody signs in by one
 * @param clientId what the provider calls this program
 * @param clientSecret by which the provider knows it again
 * @param name what people call the provider; empty for the words of the page
 * @param claim which of the things that the provider says of somebody is the name of the account here; {@code email}
 *     counts only where the provider says that it was confirmed
 */
@ConfigurationProperties("standfirst.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name,
        @DefaultValue("email") String claim) {

    private static final String PLACE = "standfirst.oidc.";
    private static final Pattern CLAIM = Pattern.compile("[A-Za-z0-9_.:/-]{1,100}");
    private static final int LONGEST_NAME = 60;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    OidcSettings {
        Optional<String> set = Stream.of(
                        set("issuer", issuer, issuer),
                        set("client-id", clientId, clientId),
                        set("name", name, name),
                        set("client-secret", clientSecret, "..."))
                .flatMap(Optional::stream)
                .findFirst();
        if (set.isPresent()) {
            demand("issuer", issuer, set.get());
            demand("client-id", clientId, set.get());
            demand("client-secret", clientSecret, set.get());
            checkIssuer(issuer);
        }
        check(
                name.length() <= LONGEST_NAME && name.equals(OneLine.shown(name)),
                "name is \"%s\"; a button has room for %d characters on one line, so give it a shorter one"
                        .formatted(OneLine.shown(name), LONGEST_NAME));
        check(
                CLAIM.matcher(claim).matches(),
                "claim is \"%s\"; that is no name of a claim, so nobody would be found; email and preferred_username are usual"
                        .formatted(OneLine.shown(claim)));
    }

    /** Whether anybody signs in by a provider. */
    boolean isOn() {
        return !issuer.isBlank();
    }

    /** Whether the claim is an address, which counts only where it was confirmed. */
    boolean wantsConfirmed() {
        return claim.equals("email");
    }

    /** What the provider is asked to tell of somebody. */
    List<String> scopes() {
        return switch (claim) {
            case "sub" -> List.of("openid");
            case "email" -> List.of("openid", "email");
            default -> List.of("openid", "profile");
        };
    }

    /** Whether secrets may go to an address: nobody listens on the way. */
    static boolean isPrivate(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && LOOPBACK.contains(host)));
    }

    private static Optional<String> set(String name, String value, String shown) {
        return value.isBlank() ? Optional.empty() : Optional.of(name + "=" + OneLine.shown(shown));
    }

    private static void demand(String name, String value, String set) {
        check(
                !value.isBlank(),
                "%s is empty and %s%s is set, so nobody could sign in there; set issuer, client-id and client-secret, or none of the settings under standfirst.oidc"
                        .formatted(name, PLACE, set));
    }

    private static void checkIssuer(String issuer) {
        boolean right;
        try {
            URI address = new URI(issuer);
            right = isPrivate(address)
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (java.net.URISyntaxException e) {
            right = false;
        }
        check(
                right,
                "issuer is \"%s\"; passwords are typed there, so it begins with https:// (http:// on this machine alone) and has neither ? nor #; copy it from the provider's settings"
                        .formatted(OneLine.shown(issuer)));
    }

    private static void check(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException(PLACE + problem);
        }
    }

    /** Without the secret: settings get into logs. */
    @Override
    public String toString() {
        return "OidcSettings[%s]".formatted(issuer);
    }
}
