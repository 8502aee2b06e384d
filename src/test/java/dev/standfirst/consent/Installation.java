package dev.standfirst.consent;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.standfirst.MovableClock;
import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.ReceivedMail;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.node.Nodes;
import dev.standfirst.relay.Relays;
import dev.standfirst.relay.RelaysAt;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.People;
import dev.standfirst.template.TemplateRenderer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The classes of this package on a real database and a real mail server, for one test. */
final class Installation implements AutoCloseable {

    static final Visitor VISITOR = new Visitor("192.0.2.7", "Lynx/2.9", "Yes, send me Morning Brief");

    /** Tests of a class share a database of each kind. */
    private static final List<String> EMPTIED =
            List.of("consent_request", "consent_visit", "history", "subscription", "subscriber", "suppression", "list");

    private static final Pattern LINK = Pattern.compile("https://brief\\.example/(c|me|p)/([A-Za-z0-9_-]{32})");

    final MovableClock clock = new MovableClock();
    final SmtpSink sink;
    final JdbcClient jdbc;
    final People people;
    final Requests requests;
    final Visits visits;
    final Reception reception;
    final OptIn optIn;
    final OwnData ownData;
    final MailingList brief;
    private final HikariDataSource source;
    private final TransactionTemplate transactions;

    Installation(TestDatabase database) {
        this(database.source());
    }

    Installation(DataSource database) {
        source = pool(database);
        sink = sink();
        jdbc = JdbcClient.create(source);
        EMPTIED.forEach(table -> jdbc.sql("delete from " + table).update());
        transactions = new TransactionTemplate(new DataSourceTransactionManager(source));
        people = new People(jdbc, clock);
        requests = new Requests(jdbc, clock);
        visits = new Visits(jdbc, settings(), clock);
        reception = new Reception(requests, visits);
        optIn = new OptIn(reception, requests, people.lists, people.subscriptions, transactions, clock);
        ownData = new OwnData(
                reception, requests, people.personalData(new ConsentRecords(requests, people.lists)), clock);
        brief = list("morning-brief", "Morning Brief");
    }

    static ConsentSettings settings() {
        return new ConsentSettings(
                URI.create("https://brief.example/"),
                new ConsentSettings.Sender("brief@brief.example", "Morning Brief", "12 Rope Walk, Port Averil"),
                new ConsentSettings.Limits(20, 100));
    }

    /** A list that strangers may ask to join. */
    MailingList list(String name, String title) {
        MailingList made = people.lists.require(name);
        people.lists.update(new MailingList(made.id(), name, title, "", true, made.createdAt(), made.version()));
        return people.lists.find(name).orElseThrow();
    }

    OptIn.Asked ask(String address) {
        return optIn.ask("morning-brief", address, Locale.ENGLISH, VISITOR);
    }

    /** Sends what waits, as the thread of a running program would, once. */
    void deliver() {
        outbox(RelaysAt.port(sink.port())).empty();
    }

    Outbox outbox(Relays server) {
        Nodes nodes = new Nodes(jdbc, clock, Path.of("target"), "tests", true);
        return new Outbox(
                requests, visits, screening(), letters(Path.of("none")), people.unconfirmed, server, nodes, clock);
    }

    Screening screening() {
        return new Screening(
                requests,
                people.lists,
                people.subscribers,
                people.subscriptions,
                people.suppressions,
                transactions,
                clock);
    }

    Letters letters(Path home) {
        return new Letters(
                people.lists, people.subscriptions, senders(home), letterText(), people.links, people.key, clock);
    }

    Senders senders(Path home) {
        return new Senders(home, settings());
    }

    LetterText letterText() {
        return new LetterText(new TemplateRenderer(Path.of("none")), settings());
    }

    List<ReceivedMail> mails() {
        return sink.messages().stream().map(Installation::read).toList();
    }

    /** The token in the latest mail. */
    String token() {
        Matcher link = LINK.matcher(mails().get(mails().size() - 1).text());
        if (!link.find()) {
            throw new AssertionError("no link in the mail");
        }
        return link.group(2);
    }

    static EmailAddress address(String text) {
        return new EmailAddress(text);
    }

    private static ReceivedMail read(String mail) {
        try {
            return ReceivedMail.read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HikariDataSource pool(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static SmtpSink sink() {
        try {
            return new SmtpSink();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        sink.close();
        source.close();
    }
}
