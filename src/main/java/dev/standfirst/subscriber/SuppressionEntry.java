package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom an entry among those who are never mailed is about. */
public sealed interface SuppressionEntry {

    /** Stands before the hash of an address that is not told. */
    String HASH = "hash:";

    /** One address. */
    record Address(EmailAddress address) implements SuppressionEntry {

        @Override
        public String text() {
            return address.normal();
        }
    }

    /** All addresses of a domain, as A-label. */
    record Domain(String text) implements SuppressionEntry {}

    /** An address by the salted hash that this installation makes of it, with {@link #HASH} before it. */
    record Hash(String text) implements SuppressionEntry {}

    /** As it is kept. */
    String text();

    /** Reads what people write, white space around it aside; empty where it is none of these. */
    static Optional<SuppressionEntry> parse(String written) {
        String text = written.strip();
        if (text.startsWith(HASH)) {
            return Forms.HASH_FORM.matcher(text).matches() ? Optional.of(new Hash(text)) : Optional.empty();
        }
        if (text.indexOf('@') > 0) {
            return EmailAddress.parse(text) instanceof EmailAddress.Parsed.Valid valid
                    ? Optional.of(new Address(valid.address()))
                    : Optional.empty();
        }
        return Optional.of(ascii(text.startsWith("@") ? text.substring(1) : text))
                .filter(domain -> domain.length() <= Forms.DOMAIN_LENGTH
                        && Forms.DOMAIN_FORM.matcher(domain).matches())
                .map(Domain::new);
    }

    /** A domain as A-label, as it stands in addresses, in small letters; as it is where it has none. */
    static String ascii(String domain) {
        String ascii = EmailAddress.ascii(domain);
        return ascii.isEmpty() ? domain.toLowerCase(Locale.ROOT) : ascii;
    }

    /** How they look. */
    final class Forms {

        private static final int DOMAIN_LENGTH = 253;
        private static final Pattern HASH_FORM = Pattern.compile("hash:[A-Za-z0-9_-]{22}");
        private static final Pattern DOMAIN_FORM =
                Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

        private Forms() {}
    }
}
