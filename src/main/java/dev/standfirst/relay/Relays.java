package dev.standfirst.relay;

import dev.standfirst.mail.MailServer;
import dev.standfirst.mail.MailSettings;
import dev.standfirst.mail.Mailer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Where mail goes: the mail servers that the settings name, the one, the built-in mailbox, or a folder of files. */
@Component
public class Relays implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Relays.class);

    private static final int MAILBOX_WIDTH = 4;

    private final List<Relay> relays = new ArrayList<>();
    private final Rotation rotation = new Rotation();
    private final MailServer server;
    private final JdbcClient jdbc;
    private final TransactionOperations apart;
    private final RelayBook book;
    private final Clock clock;
    private final RandomGenerator random;
    private final boolean builtIn;

    @Autowired
    Relays(
            RelaySettings settings,
            MailSettings mail,
            MailServer server,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this(
                settings,
                mail,
                server,
                jdbc,
                new TransactionTemplate(
                        transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW)),
                clock,
                RandomGenerator.getDefault());
    }

    Relays(
            RelaySettings settings,
            MailSettings mail,
            MailServer server,
            JdbcClient jdbc,
            TransactionOperations apart,
            Clock clock,
            RandomGenerator random) {
        this.server = server;
        this.jdbc = jdbc;
        this.apart = apart;
        this.book = new RelayBook(jdbc, apart, clock);
        this.clock = clock;
        this.random = random;
        this.builtIn = mail.isBuiltIn() && settings.relays().isEmpty();
        if (!mail.files().isBlank()) {
            here("files", 1);
        } else if (builtIn) {
            here("mailbox", MAILBOX_WIDTH);
        } else if (settings.relays().isEmpty()) {
            one(mail, settings.ofOne());
        } else {
            settings.relays().forEach(this::oneOfSeveral);
        }
    }

    /** All of them, in the order of their names; exactly one for the built-in mailbox or a folder of files. */
    public List<Relay> all() {
        return List.copyOf(relays);
    }

    /**
     * Whose turn it is to be given another connection, by weight, among those that are open for mail.
     *
     * @param hasRoom whether the caller may open another connection to it: fewer are open than {@link Relay#width()}
     * @return empty where none has room
     */
    public Optional<Relay> next(Predicate<Relay> hasRoom) {
        return rotation.next(relays.stream()
                .filter(relay -> relay.width() > 0 && hasRoom.test(relay))
                .toList());
    }

    /** Whether mails stay on this machine, in the built-in mailbox. */
    public boolean isBuiltIn() {
        return builtIn;
    }

    /** Where mails go, for people: "smtp.example.org:587", or several of these. */
    public String destination() {
        return relays.stream().map(Relay::destination).collect(Collectors.joining(" and "));
    }

    /**
     * Opens a way to send a few letters: to a relay that takes mail, by weight; where none does, to the first, which
     * then tells what is wrong. Letters are outside the limits of editions: they are few, and people wait for them.
     */
    public Mailer open() {
        return next(relay -> true).orElse(relays.get(0)).open();
    }

    /** A run begins: a relay that was halted is tried again, with one connection. */
    public void begin() {
        relays.forEach(Relay::retry);
    }

    RelayBook book() {
        return book;
    }

    /** Gives back what was reserved and not used. */
    @Override
    public void destroy() {
        try {
            relays.forEach(relay -> relay.gate().close());
        } catch (org.springframework.dao.DataAccessException e) {
            log.debug("what was reserved at the relays counts for its hour", e);
        }
    }

    private void here(String name, int width) {
        Relay.Place place = new Relay.Place(name, server.destination(), name, 1, "", Optional.empty());
        relays.add(relay(place, server::open, Limits.of(width)));
    }

    private void one(MailSettings mail, Limits limits) {
        String login = "Check STANDFIRST_MAIL_USERNAME and STANDFIRST_MAIL_PASSWORD.";
        Relay.Place place =
                new Relay.Place("mail", mail.destination(), key("mail", mail.host()), 1, login, Optional.of(mail));
        relays.add(relay(place, () -> server.to(mail, mail.destination()), limits));
    }

    private void oneOfSeveral(String name, RelaySettings.Server settings) {
        MailSettings mail = settings.server();
        String upper = name.toUpperCase(Locale.ROOT);
        String login = "Check STANDFIRST_RELAYS_%1$s_USERNAME and STANDFIRST_RELAYS_%1$s_PASSWORD.".formatted(upper);
        Relay.Place place = new Relay.Place(
                name, mail.destination(), key(name, mail.host()), settings.weight(), login, Optional.of(mail));
        relays.add(relay(place, () -> server.to(mail, mail.destination()), RelaySettings.limits(name, settings)));
    }

    private Relay relay(Relay.Place place, Supplier<Mailer> opener, Limits limits) {
        RelayUse use = new RelayUse(jdbc, apart, book, place.key());
        return new Relay(
                place,
                opener,
                new Gate(limits, use, book, place.key(), clock),
                new Breaker(limits.connections(), clock, random),
                book,
                new RelayWords(clock, ZoneId.systemDefault()));
    }

    private static String key(String name, String host) {
        String key = name + " " + host.toLowerCase(Locale.ROOT);
        return key.substring(0, Math.min(300, key.length()));
    }
}
