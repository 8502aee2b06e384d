package dev.standfirst.mail;

import com.sanctionco.jmail.EmailValidationResult;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.FailureReason;
import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.util.Locale;
import java.util.Map;

/**
 * An address that mail can be sent to: the only place that parses addresses. Made of foreign text by {@link #parse}.
 *
 * @param value as the person wrote it, without display name
 */
public record EmailAddress(String value) {

    // JMail is strict where others are not; quoted local parts, comments and IP domains are legal and never a reader.
    private static final EmailValidator VALIDATOR = JMail.strictValidator()
            .disallowIpDomain()
            .requireTopLevelDomain()
            .disallowSingleCharacterTopLevelDomains()
            .disallowExplicitSourceRouting()
            .disallowQuotedIdentifiers()
            .disallowObsoleteWhitespace();

    private static final Map<FailureReason, String> REASONS = Map.ofEntries(
            Map.entry(FailureReason.MULTIPLE_AT_SYMBOLS, "there is more than one @ in it"),
            Map.entry(FailureReason.LOCAL_PART_MISSING, "there is nothing before the @"),
            Map.entry(FailureReason.BEGINS_WITH_AT_SYMBOL, "there is nothing before the @"),
            Map.entry(FailureReason.DOMAIN_MISSING, "there is nothing after the @"),
            Map.entry(FailureReason.MISSING_TOP_LEVEL_DOMAIN, "the part after the @ has no dot"),
            Map.entry(FailureReason.MISSING_FINAL_DOMAIN_PART, "it ends with a dot"),
            Map.entry(FailureReason.ENDS_WITH_DOT, "it ends with a dot"),
            Map.entry(FailureReason.STARTS_WITH_DOT, "it starts with a dot"),
            Map.entry(FailureReason.LOCAL_PART_ENDS_WITH_DOT, "there is a dot before the @"),
            Map.entry(FailureReason.MULTIPLE_DOT_SEPARATORS, "it has two dots in a row"),
            Map.entry(FailureReason.INVALID_WHITESPACE, "there is a space in it"),
            Map.entry(FailureReason.LOCAL_PART_TOO_LONG, "the part before the @ is longer than 64 characters"),
            Map.entry(FailureReason.ADDRESS_TOO_LONG, "it is longer than 254 characters"));

    /** What came of reading one. */
    public sealed interface Parsed {

        /** It can be mailed. */
        record Valid(EmailAddress address) implements Parsed {}

        /** It cannot; {@code reason} fits behind the address: "there is no @ in it". */
        record Invalid(String reason) implements Parsed {}
    }

    /** Reads foreign text, white space around it aside. */
    public static Parsed parse(String text) {
        String trimmed = text.strip();
        if (trimmed.chars().anyMatch(Character::isISOControl)) {
            return new Parsed.Invalid("there is a control character in it");
        }
        if (trimmed.indexOf('@') < 0) {
            return new Parsed.Invalid("there is no @ in it");
        }
        if (trimmed.length() > 254) {
            return new Parsed.Invalid("it is longer than 254 characters");
        }
        EmailValidationResult result = VALIDATOR.validate(trimmed);
        if (result.isFailure()) {
            return new Parsed.Invalid(REASONS.getOrDefault(result.getFailureReason(), "it is not an email address"));
        }
        return domainAsAscii(trimmed).isEmpty() || trimmed.matches(".*[\"()].*")
                ? new Parsed.Invalid("it is not an email address")
                : new Parsed.Valid(new EmailAddress(trimmed));
    }

    /** The part after the @, as its ASCII form (A-label), lower case. */
    public String domain() {
        return domainAsAscii(value);
    }

    /** The form in which two spellings of one address are equal: lower case, ASCII domain. */
    public String normal() {
        return value.substring(0, value.lastIndexOf('@')).toLowerCase(Locale.ROOT) + "@" + domain();
    }

    @Override
    public String toString() {
        return value;
    }

    private static String domainAsAscii(String address) {
        try {
            return IDN.toASCII(address.substring(address.lastIndexOf('@') + 1)).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
