package dev.standfirst.bounce;

import dev.standfirst.mail.EmailAddress;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mails come back to, and when an address is given up.
 *
 * @param address return path of mails; a token is put behind a plus before the @. Empty: mails come back to the sender
 * @param protocol how the mailbox is read
 * @param host of the mailbox
 * @param port 0: the usual one of the protocol
 * @param username of the mailbox
 * @param password of the mailbox
 * @param tls how the connection is made private
 * @param folder of an IMAP mailbox
 * @param maildir a folder on this machine, for the protocol {@code maildir}
 * @param keep whether mails stay in the mailbox after they were read
 * @param every how often {@code serve} reads the mailbox
 * @param most mails that one pass reads
 * @param timeout how long to wait for a connection or an answer
 * @param limit after so many editions that came back for a while, an address is given up
 */
@ConfigurationProperties("standfirst.bounces")
record BounceSettings(
        @DefaultValue("") String address,
        @DefaultValue("none") Protocol protocol,
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("tls") Tls tls,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String maildir,
        @DefaultValue("false") boolean keep,
        @DefaultValue("5m") Duration every,
        @DefaultValue("2000") int most,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("5") int limit) {

    private static final String NAME = "standfirst.bounces.";

    BounceSettings {
        checkAddress(address);
        check(port >= 0 && port <= 65535, "port is %d; a port is 1 to 65535, or 0 for the usual one".formatted(port));
        check(!protocol.isServer() || !host.isBlank(), "host is empty; %s needs one".formatted(protocol));
        check(!protocol.isServer() || !username.isBlank(), "username is empty; %s needs one".formatted(protocol));
        check(protocol != Protocol.MAILDIR || !maildir.isBlank(), "maildir is empty; name the folder to read");
        check(every.compareTo(Duration.ofSeconds(10)) >= 0, "every is %s; 10s is the least".formatted(every));
        check(most > 0, "most is %d; 1 is the least".formatted(most));
        check(!timeout.isNegative() && !timeout.isZero(), "timeout is %s; 1s is the least".formatted(timeout));
        check(limit > 0, "limit is %d; 1 is the least".formatted(limit));
    }

    /** How a mailbox is read. */
    enum Protocol {
        NONE,
        IMAP,
        POP3,
        MAILDIR;

        boolean isServer() {
            return this == IMAP || this == POP3;
        }
    }

    /** How the connection is made private. */
    enum Tls {
        /** From the start. */
        TLS,
        /** STARTTLS or nothing. */
        STARTTLS,
        /** None; for a server on this machine. */
        NONE
    }

    /** Where mails come back to, if that is said. */
    Optional<ReturnAddress> returnAddress() {
        return address.isBlank() ? Optional.empty() : Optional.of(ReturnAddress.of(new EmailAddress(address.strip())));
    }

    private static void checkAddress(String address) {
        if (address.isBlank()) {
            return;
        }
        EmailAddress.Parsed parsed = EmailAddress.parse(address);
        check(parsed instanceof EmailAddress.Parsed.Valid, "address is \"%s\"; that is no address".formatted(address));
        String local = address.strip().substring(0, address.strip().lastIndexOf('@'));
        check(
                local.length() <= ReturnAddress.LONGEST,
                "address is \"%s\"; before the @ there is room for %d characters beside the token"
                        .formatted(address, ReturnAddress.LONGEST));
        check(local.chars().allMatch(c -> c < 128), "address is \"%s\"; use ASCII before the @".formatted(address));
        check(local.indexOf('+') < 0, "address is \"%s\"; the plus is put in by us".formatted(address));
    }

    private static void check(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException(NAME + problem);
        }
    }

    /** Without the password: settings get into logs. */
    @Override
    public String toString() {
        return "BounceSettings[...]";
    }
}
