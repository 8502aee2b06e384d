package dev.standfirst.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a filter finds among five people, on both databases. */
@ParameterizedClass
@MethodSource("dev.standfirst.TestDatabase#each")
class FilterTests {

    private static final Reason BY_HAND = Reason.by("Grace", "added by hand");

    @Parameter
    @SuppressWarnings("UnusedVariable") // named in reports
    private TestDatabase database;

    private static People people;

    @BeforeParameterizedClassInvocation
    static void fivePeople(TestDatabase database) {
        on(database, "2026-01-10");
        join("harbour", "ada@example.org", "Ada Lark", "{\"city\":\"Port Averil\",\"age\":41}");
        join("weekly", "ada@example.org", "", "");
        join(
                "harbour",
                "bo_b@lines.example",
                "Bo \"Bob\" 100%",
                "{\"city\":\"Ravel\",\"note\":\"x,\\\"city\\\":\\\"Port Averil\\\"\"}");
        on(database, "2026-03-05");
        join("weekly", "carla@example.org", "", "{\"age\":\"41\",\"status\":\"gold\",\"über\":\"ÄÖ!\"}");
        join("harbour", "dee@münchen.example", "Dee O'Neil", "{}");
        people.subscriptions.ask(people.lists.require("harbour"), new EmailAddress("eve@lines.example"), BY_HAND);
        people.subscriptions.leave(place("weekly", "ada@example.org").id(), BY_HAND);
        people.subscriptions.choose(
                place("harbour", "ada@example.org").id(), Preferences.NONE.weeklyOn(DayOfWeek.MONDAY), BY_HAND);
        people.subscriptions.choose(place("weekly", "carla@example.org").id(), chosen(), BY_HAND);
        people.suppressions.addDomain("lines.example", Cause.OPERATOR, BY_HAND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                       | ada bo_b carla dee eve
            ADA                                      | ada
            lark                                     | ada
            xample.org                               | ada carla
            ada*                                     | ada
            xample*                                  | ``
            bo_b                                     | bo_b
            bo%b                                     | ``
            100%                                     | bo_b
            "bo \\"bob\\" 100%"                      | bo_b
            o'neil                                   | dee
            ada or dee                               | ada dee
            example.org not ada                      | carla
            example.org and not (ada or bo)          | carla
            NOT example.org                          | bo_b dee eve
            address:ADA                              | ada
            address=ada@EXAMPLE.org                  | ada
            email:carla*                             | carla
            address!=ada@example.org                 | bo_b carla dee eve
            name:"a l"                               | ada
            name="ada lark"                          | ada
            name:""                                  | carla eve
            domain:Example.org                       | ada carla
            domain:münchen.example                   | dee
            domain!=example.org                      | bo_b dee eve
            status:confirmed                         | ada bo_b carla dee
            Status:unconfirmed                       | eve
            status:unsubscribed                      | ada
            list:weekly                              | ada carla
            list:weekly status:confirmed             | carla
            status!=confirmed list:weekly            | ada
            not (list:weekly status:confirmed)       | ada bo_b dee eve
            list:harbour (status:unconfirmed or cadence:weekly) | ada eve
            list:nothing                             | ``
            list!=nothing                            | ada bo_b carla dee eve
            since>2026-01-10                         | carla dee eve
            since>=2026-01-10                        | ada bo_b carla dee eve
            since<2026-03-05                         | ada bo_b
            since<=2026-03-05 since>2026-03-04       | carla dee eve
            since:2026-01-10                         | ada bo_b
            since!=2026-01-10                        | carla dee eve
            created=2026-01-10                       | ada bo_b
            changed>2026-01-10 list:harbour          | dee eve
            paused>=2026-12-01                       | carla
            cadence:weekly                           | ada
            language:de                              | carla
            topic:CULTURE                            | carla
            topic:cult                               | ``
            without-topic:"city, and more"           | carla
            suppressed:yes                           | bo_b eve
            suppressed:no                            | ada carla dee
            suppressed!=yes                          | ada carla dee
            city:"port averil"                       | ada
            city:port*                               | ada
            city!="Port Averil"                      | bo_b carla dee eve
            city:*                                   | ada bo_b
            age:41                                   | ada carla
            age:4                                    | ``
            "status":gold                            | carla
            "über":"äö!"                             | carla
            ((((ada))))                              | ada
            "not"                                    | ``
            """)
    void finds(String filter, String expected) {
        assertThat(found(filter)).isEqualTo(expected);
        assertThat(people.subscribers.count(parse(filter)))
                .isEqualTo(expected.isEmpty() ? 0 : expected.split(" ").length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                               | ada/harbour ada/weekly bo_b/harbour carla/weekly dee/harbour eve/harbour
            ada                              | ada/harbour ada/weekly
            list:weekly                      | ada/weekly carla/weekly
            ada not status:unsubscribed      | ada/harbour
            list:harbour or city:"port averil" | ada/harbour ada/weekly bo_b/harbour dee/harbour eve/harbour
            """)
    void findsPlaces(String filter, String expected) {
        assertThat(people.subscriptions.page(parse(filter), 0, 100).stream()
                        .map(place -> local(place.address()) + "/" + place.list())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2, ada bo_b", "5, ada bo_b carla dee eve", "100, ada bo_b carla dee eve"})
    void pagesBeginBehindTheLastOne(int limit, String first) {
        List<Subscriber> page = people.subscribers.page(Filter.ALL, 0, limit);

        assertThat(names(page)).isEqualTo(first);
        assertThat(people.subscribers.page(Filter.ALL, page.get(page.size() - 1).id(), 100))
                .hasSize(5 - page.size());
    }

    private static String found(String filter) {
        return names(people.subscribers.page(parse(filter), 0, 100));
    }

    private static String names(List<Subscriber> page) {
        return page.stream().map(person -> local(person.address())).collect(Collectors.joining(" "));
    }

    private static String local(EmailAddress address) {
        return address.value().substring(0, address.value().indexOf('@'));
    }

    private static Filter parse(String filter) {
        return ((Filter.Parsed.Valid) Filter.parse(filter)).filter();
    }

    private static void on(TestDatabase database, String day) {
        people = new People(database.jdbc(), Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC));
    }

    private static void join(String list, String address, String name, String attributes) {
        people.subscriptions.add(list, new EmailAddress(address), name, BY_HAND);
        if (!attributes.isEmpty()) {
            Subscriber known =
                    people.subscribers.find(new EmailAddress(address)).orElseThrow();
            people.subscribers.update(
                    new Subscriber(
                            known.id(),
                            known.address(),
                            known.name(),
                            attributes,
                            known.createdAt(),
                            known.changedAt(),
                            known.version()),
                    BY_HAND);
        }
    }

    private static Subscription place(String list, String address) {
        return people.subscriptions.find(list, new EmailAddress(address)).orElseThrow();
    }

    private static Preferences chosen() {
        return new Preferences(
                Preferences.Cadence.EACH,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Locale.GERMAN),
                new Choice(List.of("City", "Culture"), List.of("City, and more")),
                Choice.ALL,
                false,
                false,
                Optional.of(LocalDate.of(2026, 12, 24)));
    }
}
