package dev.standfirst.watch;

import dev.standfirst.mail.EmailAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What who runs the program wants to know, and how they are told.
 *
 * @param mail where letters about troubles go; empty for none
 * @param from whom they are from; empty for the address they go to
 * @param webhook what is called with troubles as JSON, on whatever network; null for nothing
 * @param secret signs those calls; empty for no signature
 * @param ping what is called after every run that ended well; null for nothing
 * @param grace how late an edition may be before it counts as not sent
 * @param deadSource how long a source may be unreadable before it counts as dead
 * @param perHour how many alerts go to one place within an hour at most; more wait
 * @param silent whether nothing is told to anybody, for work on a copy
 */
@ConfigurationProperties("standfirst.alerts")
public record WatchSettings(
        @DefaultValue("") String mail,
        @DefaultValue("") String from,
        @Nullable URI webhook,
        @DefaultValue("") String secret,
        @Nullable URI ping,
        @DefaultValue("30m") Duration grace,
        @DefaultValue("3d") Duration deadSource,
        @DefaultValue("20") int perHour,
        @DefaultValue("false") boolean silent) {

    public WatchSettings {
        webhook = address("webhook", webhook);
        ping = address("ping", ping);
        requireMail("mail", mail);
        requireMail("from", from);
        if (perHour < 1) {
            throw new IllegalArgumentException("standfirst.alerts.per-hour is %d; it is 1 or more".formatted(perHour));
        }
    }

    /** Who gets letters; empty where nobody does. */
    Optional<EmailAddress> recipient() {
        return mail.isBlank() || silent ? Optional.empty() : Optional.of(new EmailAddress(mail.strip()));
    }

    EmailAddress sender() {
        return new EmailAddress(from.isBlank() ? mail.strip() : from.strip());
    }

    Optional<URI> hook() {
        return silent ? Optional.empty() : Optional.ofNullable(webhook);
    }

    Optional<URI> pinged() {
        return silent ? Optional.empty() : Optional.ofNullable(ping);
    }

    private static void requireMail(String name, String value) {
        if (!value.isBlank() && EmailAddress.parse(value.strip()) instanceof EmailAddress.Parsed.Invalid invalid) {
            throw new IllegalArgumentException(
                    "standfirst.alerts.%s is no mail address: %s".formatted(name, invalid.reason()));
        }
    }

    /** The address is not shown: it often holds what lets its holder in. */
    private static @Nullable URI address(String name, @Nullable URI given) {
        if (given == null || given.toString().isBlank()) {
            return null;
        }
        boolean web = "http".equals(given.getScheme()) || "https".equals(given.getScheme());
        if (!web || given.getHost() == null) {
            throw new IllegalArgumentException(
                    "standfirst.alerts.%s is no address that begins with https:// or http://".formatted(name));
        }
        return given;
    }
}
