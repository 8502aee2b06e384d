package dev.standfirst.mail;

import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing of mails (DKIM, RFC 6376), for those whose mail server does not do it. All three are set, or none.
 *
 * @param domain that vouches for the mails, the sender's own: "example.org"; empty means that nothing is signed
 * @param selector under which the public key is published, as SELECTOR._domainkey.DOMAIN
 * @param key path of a PEM file with the private key: RSA of 2048 bits or more, or Ed25519
 */
@ConfigurationProperties("standfirst.dkim")
record DkimSettings(
        @DefaultValue("") String domain,
        @DefaultValue("") String selector,
        @DefaultValue("") String key) {

    private static final Pattern NAME = Pattern.compile(
            "[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)*");

    DkimSettings {
        boolean all = !domain.isBlank() && !selector.isBlank() && !key.isBlank();
        boolean none = domain.isBlank() && selector.isBlank() && key.isBlank();
        if (!all && !none) {
            throw new IllegalArgumentException("standfirst.dkim.domain, .selector and .key belong together;"
                    + " only some of them are set, so no mail could be signed");
        }
        if (all) {
            demandName("domain", domain);
            demandName("selector", selector);
            // Read here, so that a start with a wrong key says which setting is wrong.
            DkimKey.read(key);
        }
    }

    /** Whether mails are signed. */
    boolean isOn() {
        return !domain.isBlank();
    }

    private static void demandName(String what, String value) {
        if (value.length() > 253 || !NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "standfirst.dkim.%s is no name that the DNS can have: %s".formatted(what, value));
        }
    }
}
