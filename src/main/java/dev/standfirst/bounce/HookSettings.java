package dev.standfirst.bounce;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What mail providers tell us over HTTP, at {@code /hooks/NAME}. Each is off until its secret is set.
 *
 * @param mailgunKey the key that signs webhooks
 * @param postmarkUser user name in the address of the webhook (basic authentication)
 * @param postmarkPassword password in that address
 * @param sendgridKey public key that verifies signed events, Base64 as it is shown there
 * @param sesTopic ARN of the SNS topic that SES writes to; messages of others are refused
 * @param window how old a signed message may be, and how far ahead of our clock
 */
@ConfigurationProperties("standfirst.hooks")
record HookSettings(
        @DefaultValue("") String mailgunKey,
        @DefaultValue("") String postmarkUser,
        @DefaultValue("") String postmarkPassword,
        @DefaultValue("") String sendgridKey,
        @DefaultValue("") String sesTopic,
        @DefaultValue("10m") Duration window) {

    private static final Duration LEAST = Duration.ofMinutes(5);
    private static final Duration MOST = Duration.ofMinutes(15);

    HookSettings {
        if (window.compareTo(LEAST) < 0 || window.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("standfirst.hooks.window is %s; it may be 5m to 15m".formatted(window));
        }
        if (postmarkUser.isBlank() != postmarkPassword.isBlank()) {
            throw new IllegalArgumentException(
                    "standfirst.hooks.postmark-user and postmark-password belong together; one of them is empty");
        }
        if (!sendgridKey.isBlank()) {
            publicKey(sendgridKey);
        }
    }

    Optional<PublicKey> sendgridPublicKey() {
        return sendgridKey.isBlank() ? Optional.empty() : Optional.of(publicKey(sendgridKey));
    }

    private static PublicKey publicKey(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "standfirst.hooks.sendgrid-key is no public key; copy the verification key as it is shown", e);
        }
    }

    /** Without the secrets: settings get into logs. */
    @Override
    public String toString() {
        return "HookSettings[...]";
    }
}
