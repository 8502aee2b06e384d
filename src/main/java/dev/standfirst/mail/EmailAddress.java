package dev.standfirst.mail;

import com.sanctionco.jmail.EmailValidationResult;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.FailureReason;
import com.sanctionco.jmail.JMail;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An address that mail can be sent to: the only place that parses addresses. Made of foreign text by {@link #parse}.
 * What it takes is what a form that people sign up with should take: a dotted word before the @ and a name of the
 * public internet behind it, both also beyond ASCII (RFC 6531). Quoted words, comments and numbers for a host are legal
 * (RFC 5322) and never a reader.
 *
 * @param value as the person wrote it, without display name
 */
public record EmailAddress(String value) {

    /** RFC 5321, 4.5.3.1.1, in octets. */
    private static final int LOCAL_OCTETS = 64;

    /** RFC 5321, 4.5.3.1.3, in octets, less the angle brackets of a path. */
    private static final int OCTETS = 254;

    private static final String NO_ADDRESS = "it is not an email address";

    private static final EmailValidator VALIDATOR = JMail.strictValidator()
            .disallowIpDomain()
            .requireTopLevelDomain()
            .disallowExplicitSourceRouting()
            .disallowQuotedIdentifiers()
            .disallowObsoleteWhitespace();

    private static final Map<FailureReason, String> REASONS = Map.ofEntries(
            Map.entry(FailureReason.MULTIPLE_AT_SYMBOLS, "there is more than one @ in it"),
            Map.entry(FailureReason.LOCAL_PART_MISSING, "there is nothing before the @"),
            Map.entry(FailureReason.BEGINS_WITH_AT_SYMBOL, "there is nothing before the @"),
            Map.entry(FailureReason.DOMAIN_MISSING, "there is nothing after the @"),
            Map.entry(FailureReason.MISSING_TOP_LEVEL_DOMAIN, "the part after the @ has no dot"),
            Map.entry(FailureReason.NUMERIC_TLD, "the part after the @ ends with a number"),
            Map.entry(FailureReason.DOMAIN_PART_TOO_LONG, "a part after the @ is longer than 63 characters"),
            Map.entry(FailureReason.MISSING_FINAL_DOMAIN_PART, "it ends with a dot"),
            Map.entry(FailureReason.ENDS_WITH_DOT, "it ends with a dot"),
            Map.entry(FailureReason.STARTS_WITH_DOT, "it starts with a dot"),
            Map.entry(FailureReason.LOCAL_PART_ENDS_WITH_DOT, "there is a dot before the @"),
            Map.entry(FailureReason.MULTIPLE_DOT_SEPARATORS, "it has two dots in a row"),
            Map.entry(FailureReason.INVALID_WHITESPACE, "there is a space in it"));

    /** What came of reading one. */
    public sealed interface Parsed {

        /** It can be mailed. */
        record Valid(EmailAddress address) implements Parsed {}

        /**
         * It cannot; {@code reason} fits behind the address: "there is no @ in it". It holds nothing of the text
         * itself; a character that is hard to see is named by its number.
         */
        record Invalid(String reason) implements Parsed {}
    }

    /**
     * Reads foreign text. Spaces around it do not count, nor does the mark that some files begin with (U+FEFF); a line
     * break does, since what stands on two lines is not one address.
     */
    public static Parsed parse(String text) {
        String trimmed = AddressCharacters.trim(text);
        Optional<String> unfit = AddressCharacters.unfit(trimmed);
        if (unfit.isPresent()) {
            return new Parsed.Invalid(unfit.get());
        }
        int at = trimmed.lastIndexOf('@');
        if (at < 0) {
            return new Parsed.Invalid("there is no @ in it");
        }
        EmailAddress address = new EmailAddress(trimmed);
        if (address.domain().isEmpty() && at + 1 < trimmed.length()) {
            return new Parsed.Invalid("the part after the @ is no name that a domain can have");
        }
        String wire = address.wire();
        String reason = tooLong(trimmed.substring(0, at), wire);
        reason = reason.isEmpty() ? misspelt(wire) : reason;
        return reason.isEmpty() ? new Parsed.Valid(address) : new Parsed.Invalid(reason);
    }

    /** A domain, as {@link #domain} tells it of an address there; empty where it has no such form. */
    public static String ascii(String domain) {
        return DomainName.ascii(domain);
    }

    /** The part after the @, as its ASCII form (A-label), lower case; empty where there is no such form. */
    public String domain() {
        return DomainName.ascii(value.substring(value.lastIndexOf('@') + 1));
    }

    /**
     * The form in which two spellings of one address are equal: the key of a person. Lower case, domain in ASCII, and
     * letters that can be written in several ways written in one (Unicode form C).
     */
    public String normal() {
        if (DomainName.isAscii(value)) {
            return value.toLowerCase(Locale.ROOT);
        }
        String local = Normalizer.normalize(local(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(local, Normalizer.Form.NFC) + "@" + domain();
    }

    /** As mail programs tell it to each other, in commands and headers: as it was written, the domain in ASCII. */
    public String wire() {
        return DomainName.isAscii(value) ? value : local() + "@" + domain();
    }

    /** Whether its part before the @ goes beyond ASCII, so that only servers with SMTPUTF8 can take it (RFC 6531). */
    public boolean needsSmtpUtf8() {
        return !DomainName.isAscii(local());
    }

    @Override
    public String toString() {
        return value;
    }

    private String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    private static String tooLong(String local, String wire) {
        if (octets(local) > LOCAL_OCTETS) {
            return "the part before the @ is longer than 64 characters";
        }
        return octets(wire) > OCTETS ? "it is longer than 254 characters" : "";
    }

    private static int octets(String text) {
        return DomainName.isAscii(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String misspelt(String wire) {
        if (wire.indexOf('<') >= 0 || wire.indexOf('>') >= 0) {
            return "there are angle brackets in it; the address alone is enough";
        }
        // JMail takes comments, quoted words and a backslash before an @, and gives what is in them.
        if (wire.chars().anyMatch(c -> "\"()\\".indexOf(c) >= 0)) {
            return NO_ADDRESS;
        }
        EmailValidationResult result = VALIDATOR.validate(wire);
        return result.isSuccess() ? "" : REASONS.getOrDefault(result.getFailureReason(), NO_ADDRESS);
    }
}
