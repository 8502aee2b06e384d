package dev.standfirst.watch;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.Message.Header;
import dev.standfirst.mail.SendResult;
import dev.standfirst.relay.Relays;
import dev.standfirst.text.OneLine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Troubles as plain letters, through the mail server that the digests go through. */
@Component
@Order(2)
class AlertLetters implements Channel {

    private static final int SUBJECT_LENGTH = 150;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm VV", Locale.UK);

    private final WatchSettings settings;
    private final Relays relays;
    private final Clock clock;

    AlertLetters(WatchSettings settings, Relays relays, Clock clock) {
        this.settings = settings;
        this.relays = relays;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "MAIL";
    }

    @Override
    public boolean isSet() {
        return settings.recipient().isPresent();
    }

    @Override
    public Optional<String> tell(Notice notice) {
        Message letter = letter(notice, settings.recipient().orElseThrow());
        try (Mailer mailer = relays.open()) {
            return failure(mailer.send(letter));
        }
    }

    /** What may have arrived is not sent again. */
    private static Optional<String> failure(SendResult result) {
        if (result instanceof SendResult.NoServer trouble) {
            return Optional.of(trouble.reason());
        }
        if (result instanceof SendResult.Refused refused) {
            return Optional.of("the mail server refused it: " + refused.reply());
        }
        return result instanceof SendResult.Deferred deferred
                ? Optional.of("the mail server refused it for now: " + deferred.reply())
                : Optional.empty();
    }

    private Message letter(Notice notice, EmailAddress to) {
        EmailAddress from = settings.sender();
        Trouble trouble = notice.trouble();
        String subject = (notice.isOver() ? "Over: " : "Standfirst: ") + trouble.happened();
        return new Message(
                from,
                "Standfirst",
                to,
                Optional.empty(),
                OneLine.of(subject, SUBJECT_LENGTH),
                "%s@%s".formatted(notice.id(), from.domain()),
                clock.instant(),
                text(notice),
                "",
                List.of(
                        new Header("Auto-Submitted", "auto-generated"),
                        new Header("X-Auto-Response-Suppress", "OOF, AutoReply")));
    }

    private static String text(Notice notice) {
        Trouble trouble = notice.trouble();
        String since = "Since " + show(notice.began());
        return notice.over()
                .map(over -> "It is over: %s\n\n%s, until %s.\n".formatted(trouble.happened(), since, show(over)))
                .orElse("%s\n\n%s\n%s\n\n%s.\n".formatted(trouble.happened(), trouble.safe(), trouble.remedy(), since));
    }

    private static String show(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
