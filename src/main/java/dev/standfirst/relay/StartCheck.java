package dev.standfirst.relay;

import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.mail.MailSettings;
import dev.standfirst.mail.ServerCheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Looks at the mail servers and at DNS as the world sees them, and says what lacks. It sends nothing and delays
 * nothing: when the program starts it works on a thread of its own, and what it finds goes to the log.
 */
@Component
public class StartCheck {

    private static final Logger log = LoggerFactory.getLogger(StartCheck.class);

    private static final Duration CERTIFICATE_SOON = Duration.ofDays(14);
    private static final Duration LONG_AGO = Duration.ofDays(1);

    private final Relays relays;
    private final Environment environment;
    private final Clock clock;
    private final SenderCheck senders;
    private final AtomicBoolean looking = new AtomicBoolean();

    @Autowired
    StartCheck(Relays relays, Environment environment, Clock clock) {
        this(relays, environment, clock, new Dns(Dns.OF_THIS_MACHINE));
    }

    StartCheck(Relays relays, Environment environment, Clock clock, Dns dns) {
        this.relays = relays;
        this.environment = environment;
        this.clock = clock;
        this.senders = new SenderCheck(dns);
    }

    /** Checks in the background, where mails leave this machine; not again within a day. */
    public void begin() {
        if (servers().isEmpty()) {
            return;
        }
        Thread thread = new Thread(this::checkOnce, "start-check");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Looks at all mail servers and at DNS, for so long at most; what is not known by then is said to be so.
     *
     * @return empty where another such look is not over yet
     */
    public Optional<List<Finding>> within(Duration time) {
        if (!looking.compareAndSet(false, true)) {
            return Optional.empty();
        }
        List<Finding> seen = new CopyOnWriteArrayList<>();
        Thread thread = new Thread(() -> look(seen), "relay-check");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Finding> found = new ArrayList<>(seen);
        if (thread.isAlive()) {
            found.add(Finding.unknown("The rest did not answer within %d s.", time.toSeconds()));
        }
        return Optional.of(found);
    }

    private void look(List<Finding> seen) {
        try {
            servers().forEach(relay -> seen.addAll(servers(List.of(relay))));
            domains().forEach(domain -> seen.addAll(senders(Set.of(domain))));
        } finally {
            looking.set(false);
        }
    }

    /** Looks at mail servers. */
    public List<Finding> servers(List<Relay> which) {
        return which.stream()
                .flatMap(relay -> relay.place().server().stream().map(server -> server(relay, server)))
                .toList();
    }

    /** Looks at DNS, for domains of senders. */
    public List<Finding> senders(Set<String> domains) {
        return senders.of(new SenderCheck.Subject(
                new TreeSet<>(domains),
                domain(setting("standfirst.bounces.address")),
                setting("standfirst.dkim.domain").toLowerCase(Locale.ROOT),
                setting("standfirst.dkim.selector"),
                hosts()));
    }

    /** The domains that mails are from: of the digests, and of who asks for confirmations. */
    public Set<String> domains() {
        DigestFiles files = new DigestFiles(Path.of(environment.getProperty("standfirst.home", ".")));
        Stream<String> digests = files.names().stream()
                .map(files::load)
                .flatMap(result -> result instanceof DigestResult.Loaded loaded
                        ? Stream.of(loaded.digest().sender().address())
                        : Stream.empty());
        return Stream.concat(digests, Stream.of(setting("standfirst.sender.address")))
                .map(StartCheck::domain)
                .filter(domain -> !domain.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void checkOnce() {
        try {
            List<Relay> due = servers().stream().filter(this::isDue).toList();
            if (due.isEmpty()) {
                return;
            }
            List<Finding> findings = new ArrayList<>(servers(due));
            findings.addAll(senders(domains()));
            findings.stream()
                    .filter(finding -> finding.kind() != Finding.Kind.FINE)
                    .forEach(finding -> log.warn("{}", finding.sentence()));
            due.forEach(relay -> relays.book().checked(relay.place().key()));
            log.info("the mail servers and DNS were looked at: {} things lack", lacking(findings));
        } catch (RuntimeException e) {
            log.warn("what the world needs to believe our mail could not be looked at", e);
        }
    }

    private static long lacking(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.LACKS)
                .count();
    }

    private boolean isDue(Relay relay) {
        Instant soon = clock.instant().minus(LONG_AGO);
        return relays.book()
                .checkedAt(relay.place().key())
                .filter(checked -> checked.isAfter(soon))
                .isEmpty();
    }

    private List<Relay> servers() {
        return relays.all().stream()
                .filter(relay -> relay.place().server().isPresent())
                .toList();
    }

    private Set<String> hosts() {
        return servers().stream()
                .flatMap(relay -> relay.place().server().stream())
                .map(MailSettings::host)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Finding server(Relay relay, MailSettings settings) {
        String where = relay.name() + " (" + relay.destination() + ")";
        ServerCheck.Seen seen = ServerCheck.of(settings);
        if (seen instanceof ServerCheck.Seen.Fails fails) {
            return Finding.lacks(
                    "%s %s. %s",
                    where, fails.reason(), fails.login() ? relay.place().login() : reach(relay));
        }
        ServerCheck.Seen.Answers answers = (ServerCheck.Seen.Answers) seen;
        String login = answers.loggedIn() ? ", takes the login" : "";
        if (answers.tls().isEmpty()) {
            return Finding.unknown(
                    "%s answers \"%s\"%s; mails go there without TLS.", where, answers.greeting(), login);
        }
        return certificate(where + " answers \"" + answers.greeting() + "\", " + answers.tls() + login, answers);
    }

    private Finding certificate(String answers, ServerCheck.Seen.Answers seen) {
        if (seen.certificateUntil().isEmpty()) {
            return Finding.fine("%s.", answers);
        }
        Instant until = seen.certificateUntil().get();
        String day = until.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        return until.isBefore(clock.instant().plus(CERTIFICATE_SOON))
                ? Finding.lacks("%s; its certificate ends on %s. Tell who runs the server.", answers, day)
                : Finding.fine("%s; its certificate is good until %s.", answers, day);
    }

    private static String reach(Relay relay) {
        return relay.name().equals("mail")
                ? "Check STANDFIRST_MAIL_HOST, _PORT and _TLS, and that the server is up."
                : "Check STANDFIRST_RELAYS_%s_HOST, _PORT and _TLS, and that the server is up."
                        .formatted(relay.name().toUpperCase(Locale.ROOT));
    }

    private String setting(String name) {
        return environment.getProperty(name, "").strip();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
