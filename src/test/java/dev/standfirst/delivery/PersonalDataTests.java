package dev.standfirst.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Addition;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.PersonalData;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** A person reads and erases everything, while editions go out; on both databases. */
@ParameterizedClass
@MethodSource("dev.standfirst.TestDatabase#each")
class PersonalDataTests {

    /** Stands in every text of the person that the database can hold. */
    private static final String MARK = "zebrafinch";

    private static final EmailAddress PERSON = new EmailAddress("Zebrafinch@birds.example");
    private static final EmailAddress OTHER = new EmailAddress("wren@birds.example");
    private static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");
    private static final Reason MARKED =
            new Reason("for " + MARK, MARK + " by hand", MARK + ".host.example", "agreed, " + MARK);
    private static final Reason WISH = Reason.person("by mail of " + MARK, MARK + ".host.example", MARK);

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    private Wired wired;

    @BeforeEach
    void start() {
        wired = new Wired(database, Clock.fixed(NOW, ZoneOffset.UTC), folder);
        join(PERSON);
        join(OTHER);
    }

    @AfterEach
    void clean() {
        List.of("delivery", "edition", "history", "subscription", "subscriber", "list", "suppression")
                .forEach(table -> database.jdbc().sql("delete from " + table).update());
        wired.close();
    }

    @Test
    void aPersonReadsWhatIsKept() throws IOException {
        edition(1);
        audience(1);
        wired.get(Suppressions.class).addDomain("birds.example", Cause.OPERATOR, Reason.of("their wish"));
        mail("20261118T060000.000Z-0001-Zebrafinch@birds.example.eml", "Zebrafinch@birds.example");

        assertThat(wired.get(PersonalData.class).export(PERSON, WISH))
                .hasValueSatisfying(
                        json -> assertThat(json.replace("\r\n", "\n")).isEqualTo("""
                        {
                          "dataAbout" : "Zebrafinch@birds.example",
                          "exportedAt" : "2026-11-18T06:00:00Z",
                          "person" : {
                            "address" : "Zebrafinch@birds.example",
                            "name" : "Ms zebrafinch",
                            "attributes" : {
                              "nest" : "zebrafinch"
                            },
                            "knownSince" : "2026-11-18T06:00:00Z",
                            "changedAt" : "2026-11-18T06:00:00Z"
                          },
                          "places" : [ {
                            "list" : "brief",
                            "state" : "CONFIRMED",
                            "since" : "2026-11-18T06:00:00Z",
                            "changedAt" : "2026-11-18T06:00:00Z",
                            "preferences" : {
                              "cadence" : "EACH",
                              "days" : [ ],
                              "hour" : "",
                              "zone" : "",
                              "language" : "",
                              "topicsIn" : [ "zebrafinch" ],
                              "topicsOut" : [ "zebrafinch" ],
                              "wordsIn" : [ "zebrafinch" ],
                              "wordsOut" : [ "zebrafinch" ],
                              "ownLanguageAlone" : false,
                              "plainText" : false,
                              "pausedUntil" : ""
                            }
                          } ],
                          "history" : [ {
                            "at" : "2026-11-18T06:00:00Z",
                            "event" : "ADDED",
                            "list" : "brief",
                            "because" : "for zebrafinch",
                            "by" : "zebrafinch by hand",
                            "from" : "zebrafinch.host.example",
                            "wordsShown" : "agreed, zebrafinch"
                          }, {
                            "at" : "2026-11-18T06:00:00Z",
                            "event" : "NAME",
                            "list" : "",
                            "because" : "for zebrafinch",
                            "by" : "zebrafinch by hand",
                            "from" : "zebrafinch.host.example",
                            "wordsShown" : "agreed, zebrafinch"
                          }, {
                            "at" : "2026-11-18T06:00:00Z",
                            "event" : "CHOSE",
                            "list" : "brief",
                            "because" : "for zebrafinch",
                            "by" : "zebrafinch by hand",
                            "from" : "zebrafinch.host.example",
                            "wordsShown" : "agreed, zebrafinch"
                          } ],
                          "neverMailedBecause" : [ {
                            "entry" : "birds.example",
                            "kind" : "OPERATOR",
                            "because" : "their wish",
                            "since" : "2026-11-18T06:00:00Z"
                          } ],
                          "mailFiles" : [ "20261118T060000.000Z-0001-Zebrafinch@birds.example.eml" ],
                          "mails" : [ {
                            "digest" : "brief",
                            "edition" : "2026-11-01",
                            "subject" : "Subject 1",
                            "state" : "PENDING",
                            "attempts" : 0,
                            "answer" : "",
                            "at" : "2026-11-18T06:00:00Z"
                          } ]
                        }"""));
        assertThat(wired.get(History.class).of(subscriber().id()))
                .last()
                .satisfies(line -> assertThat(line.event()).isEqualTo(History.Event.EXPORTED));
    }

    @Test
    void nothingIsKnownOfAStranger() {
        EmailAddress stranger = new EmailAddress("owl@birds.example");
        wired.get(Suppressions.class).addDomain("birds.example", Cause.OPERATOR, Reason.of("their wish"));

        assertThat(wired.get(PersonalData.class).export(stranger, WISH)).isEmpty();
        assertThat(wired.get(PersonalData.class).erase(stranger, WISH)).isFalse();
    }

    @Test
    void nothingOfThePersonStaysAndNothingOfOthersGoes() throws IOException {
        editionsInEveryState();
        Suppressions suppressions = wired.get(Suppressions.class);
        suppressions.addDomain("nest.example", Cause.OPERATOR, Reason.of("asked by ZEBRAFINCH@birds.example"));
        suppressions.add(PERSON, Cause.COMPLAINT, MARKED);
        mail("20261118T060000.000Z-0001-Zebrafinch@birds.example.eml", "Zebrafinch@birds.example");
        mail("20261118T060000.000Z-0002-zebrafinch@birds.example.eml", "zebrafinch@birds.example");
        mail("20261118T060000.000Z-0003-wren@birds.example.eml", "wren@birds.example");
        mail("20261118T060000.000Z-0004-Zebrafinch@birds.example.org.eml", "Zebrafinch@birds.example.org");
        Files.writeString(folder.resolve("mailbox/20261118T060000.000Z-0005-Zebrafinch@birds.example.part"), "Fro");
        List<String> others = rows("wren");

        assertThat(wired.get(PersonalData.class).erase(PERSON, WISH)).isTrue();

        assertThat(rows(MARK)).isEmpty();
        assertThat(rows("wren")).isEqualTo(others);
        assertThat(folder.resolve("mailbox"))
                .isDirectoryContaining("glob:**wren@birds.example.eml")
                .isDirectoryContaining("glob:**Zebrafinch@birds.example.org.eml");
        assertThat(files()).hasSize(2);
        assertThat(wired.get(PersonalData.class).erase(PERSON, WISH)).isFalse();
        assertThat(wired.get(PersonalData.class).export(PERSON, WISH))
                .hasValueSatisfying(json -> assertThat(json)
                        .contains("\"kind\" : \"ERASED\"", "\"because\" : \"the person had everything erased\"")
                        .doesNotContain("CHOSE"));
    }

    @Test
    void theLedgerKeepsItsCountsAndMailsNobodyWhoWasErased() {
        editionsInEveryState();
        Ledger ledger = wired.get(Ledger.class);
        Claimed inHand = claim(ledger, 2);

        wired.get(PersonalData.class).erase(PERSON, WISH);

        settle(2, new Settlement(inHand.id(), DeliveryState.SENT, "250 ok for " + MARK, NOW, 1, 0, true));
        assertThat(states()).containsExactly("SUPPRESSED", "SENT", "SUPPRESSED", "SENT", "FAILED", "DOUBT");
        assertThat(rows(MARK)).isEmpty();
        for (long edition = 1; edition <= 6; edition++) {
            assertThat(ledger.counts(edition).audience()).isEqualTo(2);
        }
        assertThat(ledger.due(1, "worker").claim(10, Set.of())).hasSize(1);
    }

    @Test
    void aMailInHandThatIsPutOffIsNotTriedAgain() {
        edition(1);
        Ledger ledger = wired.get(Ledger.class);
        audience(1);
        Claimed inHand = claim(ledger, 1);
        wired.get(PersonalData.class).erase(PERSON, WISH);

        settle(1, new Settlement(inHand.id(), DeliveryState.RETRY, "450 later, " + MARK, NOW, 1, 0, false));

        assertThat(states()).containsExactly("SUPPRESSED");
        assertThat(rows(MARK)).isEmpty();
    }

    @Test
    void noImportBringsAnErasedAddressBackAndThePersonCan() {
        wired.get(PersonalData.class).erase(PERSON, WISH);
        Subscriptions subscriptions = wired.get(Subscriptions.class);

        assertThat(subscriptions.add("brief", PERSON, "", MARKED)).isInstanceOf(Addition.Suppressed.class);
        assertThat(wired.get(Subscribers.class).find(PERSON)).isEmpty();
        Subscription asked = subscriptions.ask(list(), PERSON, WISH);
        subscriptions.confirm(asked.id(), WISH);

        assertThat(wired.get(Suppressions.class).find(PERSON)).isEmpty();
        assertThat(subscriptions.reach(List.of("brief"))).isEqualTo(2);
    }

    private void join(EmailAddress address) {
        Subscriptions subscriptions = wired.get(Subscriptions.class);
        subscriptions.add("brief", address, "", address.equals(PERSON) ? MARKED : Reason.of("by hand"));
        if (address.equals(PERSON)) {
            Choice marked = new Choice(List.of(MARK), List.of(MARK));
            Preferences none = Preferences.NONE;
            Subscriber known = subscriber();
            wired.get(Subscribers.class)
                    .update(
                            new Subscriber(
                                    known.id(),
                                    known.address(),
                                    "Ms " + MARK,
                                    "{\"nest\":\"%s\"}".formatted(MARK),
                                    known.createdAt(),
                                    known.changedAt(),
                                    known.version()),
                            MARKED);
            subscriptions.choose(
                    subscriptions.find("brief", PERSON).orElseThrow().id(),
                    new Preferences(
                            none.cadence(),
                            none.days(),
                            none.hour(),
                            none.zone(),
                            none.language(),
                            marked,
                            marked,
                            false,
                            false,
                            none.pausedUntil()),
                    MARKED);
        }
    }

    private Subscriber subscriber() {
        return wired.get(Subscribers.class).find(PERSON).orElseThrow();
    }

    private dev.standfirst.subscriber.MailingList list() {
        return wired.get(dev.standfirst.subscriber.Lists.class).require("brief");
    }

    private void edition(long id) {
        database.jdbc()
                .sql("""
                        insert into edition (id, digest, local_date, composed_at, title, subject, preheader, stories, articles, html, body_text)
                        values (?, 'brief', ?, current_timestamp, '', ?, '', 1, 1, '', '')
                        """)
                .params(id, java.time.LocalDate.of(2026, 11, (int) id), "Subject " + id)
                .update();
    }

    private void audience(long edition) {
        database.jdbc().sql("""
                        insert into delivery (edition_id, subscription_id, subscriber_id, state, changed_at, due_at)
                        select ?, s.id, s.subscriber_id, 'PENDING', s.since, s.since
                        from subscription s join list l on l.id = s.list_id
                        where l.name = 'brief' and s.status = 'CONFIRMED' order by s.id
                        """).param(edition).update();
    }

    /** Six editions, the person's row of each in another state. */
    private void editionsInEveryState() {
        List<String> states = List.of("PENDING", "PENDING", "RETRY", "SENT", "FAILED", "DOUBT");
        for (int id = 1; id <= states.size(); id++) {
            edition(id);
            audience(id);
            database.jdbc()
                    .sql("update delivery set state = ?, reply = ? where edition_id = ? and subscriber_id = ?")
                    .params(
                            states.get(id - 1),
                            "answer of " + MARK,
                            id,
                            subscriber().id())
                    .update();
        }
    }

    private static Claimed claim(Ledger ledger, long edition) {
        return ledger.due(edition, "worker").claim(10, Set.of()).stream()
                .filter(row -> row.claim().address().equals(PERSON))
                .findFirst()
                .orElseThrow();
    }

    private void settle(long edition, Settlement settlement) {
        wired.get(Settling.class).settle(edition, "worker", List.of(settlement));
    }

    /** Of the rows that lead to nobody, by their editions. */
    private List<String> states() {
        return database.jdbc()
                .sql(
                        "select state from delivery where subscriber_id is null and subscription_id is null order by edition_id")
                .query(String.class)
                .list();
    }

    /** Every row of every table in which a text stands, whatever its capitals. */
    private List<String> rows(String text) {
        List<String> rows = new ArrayList<>();
        for (String table : database.jdbc()
                .sql("select table_name from information_schema.tables where lower(table_schema) = 'public' order by 1")
                .query(String.class)
                .list()) {
            database.jdbc().sql("select * from \"" + table + "\"").query().listOfRows().stream()
                    .map(row -> table + " " + row)
                    .filter(row -> row.toLowerCase(Locale.ROOT).contains(text))
                    .sorted()
                    .forEach(rows::add);
        }
        return rows;
    }

    private void mail(String file, String to) throws IOException {
        Files.createDirectories(folder.resolve("mailbox"));
        Files.writeString(
                folder.resolve("mailbox").resolve(file),
                "From: brief@standfirst.example\r\nTo: %s\r\nSubject: x\r\n\r\nx\r\n".formatted(to));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder.resolve("mailbox"))) {
            return all.toList();
        }
    }
}
