package dev.standfirst.bounce;

import dev.standfirst.bounce.BounceRecords.Person;
import dev.standfirst.bounce.BounceRecords.Row;
import dev.standfirst.bounce.BounceSettings.Protocol;
import dev.standfirst.bounce.Mailbag.MailbagException;
import dev.standfirst.bounce.Outcome.Kind;
import dev.standfirst.bounce.Recogniser.Reading;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The mailbox that mails come back to. Each mail is read in a transaction of its own, together with the note that it
 * was read, and leaves the mailbox after that.
 */
@Component
public class BounceMailbox {

    private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);
    private static final String SOURCE = "bounce mailbox";

    private final BounceSettings settings;
    private final ReturnPaths paths;
    private final Bounces bounces;
    private final BounceRecords records;
    private final Subscriptions subscriptions;
    private final TransactionOperations transactions;

    BounceMailbox(
            BounceSettings settings,
            ReturnPaths paths,
            Bounces bounces,
            BounceRecords records,
            Subscriptions subscriptions,
            TransactionOperations transactions) {
        this.settings = settings;
        this.paths = paths;
        this.bounces = bounces;
        this.records = records;
        this.subscriptions = subscriptions;
        this.transactions = transactions;
    }

    /**
     * What one pass came to.
     *
     * @param mails how many were read
     * @param outcomes what followed from each report in them, in order
     * @param trouble why the pass ended early, in plain words, if it did
     */
    public record Pass(int mails, List<Outcome> outcomes, Optional<String> trouble) {

        public Pass {
            outcomes = List.copyOf(outcomes);
        }

        /** How many reports came to that. */
        public long count(Kind kind) {
            return outcomes.stream().filter(outcome -> outcome.kind() == kind).count();
        }
    }

    /** Whether there is a mailbox to read. */
    public boolean isSet() {
        return settings.protocol() != Protocol.NONE;
    }

    /** Where it is, for people. */
    public String place() {
        return mailbag().place();
    }

    /** Reads what is in it now. Nobody else reads at the same time in this program. */
    public Pass read() {
        return read(() -> false);
    }

    /** The same, but stops before the next mail once the program ends; what is left is read by the next pass. */
    synchronized Pass read(BooleanSupplier isEnding) {
        PassReader reader = new PassReader(isEnding);
        Optional<String> trouble = Optional.empty();
        try {
            mailbag().empty(reader, settings.most());
            records.forgetOld();
        } catch (MailbagException e) {
            log.warn("{}", e.getMessage());
            trouble = Optional.of(String.valueOf(e.getMessage()));
        }
        return new Pass(reader.mails, reader.outcomes, trouble);
    }

    private Mailbag mailbag() {
        return settings.protocol() == Protocol.MAILDIR
                ? new MaildirMailbag(Path.of(settings.maildir()), settings.keep())
                : new ServerMailbag(settings);
    }

    /** Reads the mails of one pass. */
    private final class PassReader implements Mailbag.Reader {

        private final Recogniser recogniser = new Recogniser(paths.address());
        private final List<Outcome> outcomes = new ArrayList<>();
        private final BooleanSupplier isEnding;
        private int mails;

        PassReader(BooleanSupplier isEnding) {
            this.isEnding = isEnding;
        }

        @Override
        public boolean isEnding() {
            return isEnding.getAsBoolean();
        }

        @Override
        public Set<String> known(List<String> fingerprints) {
            return records.known(fingerprints);
        }

        @Override
        public void read(String fingerprint, byte[] mail) {
            Reading reading = recogniser.read(mail);
            List<Outcome> followed =
                    transactions.execute(status -> records.isNew(fingerprint) ? follow(reading) : List.<Outcome>of());
            mails++;
            outcomes.addAll(followed == null ? List.of() : followed);
        }
    }

    private List<Outcome> follow(Reading reading) {
        Optional<Person> person = person(reading);
        return reading.reports().stream()
                .map(report -> follow(report, reading, person))
                .toList();
    }

    private Outcome follow(Report report, Reading reading, Optional<Person> person) {
        if (report instanceof Report.Failure failure) {
            return person.map(known -> bounces.failed(known, failure, SOURCE))
                    .orElseGet(
                            () -> unproven(failure.recipient(), failure.cause().name(), failure.diagnostic()));
        }
        if (report instanceof Report.Complaint complaint) {
            return person.map(known -> bounces.complained(known, complaint, SOURCE))
                    .or(() -> linked(reading).map(id -> left(id, Reason.LEFT_BY_COMPLAINT)))
                    .orElseGet(() -> unproven(complaint.recipient(), "", "a complaint"));
        }
        if (report instanceof Report.Unsubscribe leave) {
            return subscription(leave, reading)
                    .map(id -> left(id, Reason.LEFT_BY_MAIL))
                    .orElseGet(() -> unproven(leave.sender(), "", "wants no more mail"));
        }
        if (report instanceof Report.Delayed late) {
            return bounces.noted(
                    new Row(person, Kind.DELAYED, "", late.code(), late.diagnostic()), late.recipient(), SOURCE);
        }
        return report instanceof Report.AutoReply reply
                ? new Outcome(Kind.AUTOMATIC, "", "a machine answered: " + reply.kind())
                : new Outcome(Kind.UNRECOGNISED, "", ((Report.Unrecognised) report).why());
    }

    private Outcome unproven(String recipient, String cause, String diagnostic) {
        return bounces.noted(new Row(Optional.empty(), Kind.UNPROVEN, cause, "", diagnostic), recipient, SOURCE);
    }

    /** Who wrote is not kept: anybody can write any name, and it may be another person's. */
    private Outcome left(long subscriptionId, String cause) {
        subscriptions.leave(subscriptionId, Reason.person(cause, "mail", ""));
        String address = subscriptions
                .find(subscriptionId)
                .map(known -> known.address().value())
                .orElse("");
        return new Outcome(Kind.LEFT, address, "left by mail");
    }

    /** Whose mail came back, by the address it came to: the return path is not passed on when a mail is forwarded. */
    private Optional<Person> person(Reading reading) {
        OptionalLong delivery = reading.token().map(paths::delivery).orElse(OptionalLong.empty());
        return delivery.isPresent() ? records.byDelivery(delivery.getAsLong()) : Optional.empty();
    }

    /** The place that a link in the mail ends. Who was forwarded the mail has it too: it proves nothing more. */
    private Optional<Long> linked(Reading reading) {
        return reading.links().stream()
                .flatMap(link -> paths.subscription(link).stream().boxed())
                .findFirst();
    }

    /** By the address to leave, by a token in the subject, or by an answer to the return path of a mail. */
    private Optional<Long> subscription(Report.Unsubscribe leave, Reading reading) {
        OptionalLong byAddress = reading.token().map(paths::subscription).orElse(OptionalLong.empty());
        OptionalLong bySubject = leave.token().isEmpty()
                ? OptionalLong.empty()
                : paths.subscription(new ReturnAddress.Returned(ReturnAddress.Purpose.LEAVE, leave.token()));
        OptionalLong delivery = reading.token().map(paths::delivery).orElse(OptionalLong.empty());
        OptionalLong byReturn =
                delivery.isPresent() ? records.subscriptionOf(delivery.getAsLong()) : OptionalLong.empty();
        return List.of(byAddress, bySubject, byReturn).stream()
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .findFirst();
    }
}
