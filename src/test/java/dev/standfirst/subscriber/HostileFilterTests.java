package dev.standfirst.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed finds what it says or is told to be wrong; it never becomes SQL. On both databases. */
@ParameterizedClass
@MethodSource("dev.standfirst.TestDatabase#each")
class HostileFilterTests {

    private static final Reason BY_HAND = Reason.by("Grace", "added by hand");

    private static final List<String> VALUES = List.of(
            "'",
            "''",
            "\"",
            "\\",
            "\\'",
            ";",
            "--",
            "/*",
            "*/",
            "#",
            "%",
            "_",
            "!",
            "!%",
            "?",
            ":f0",
            "$1",
            "${x}",
            "{fn now()}",
            "wren'--",
            "wren\"--",
            "wren' or 'a'='a",
            "wren\" or \"a\"=\"a",
            "') or ('a'='a",
            "1' order by 9--",
            "1 union select null, null--",
            "0 or 2>1",
            "x'; drop table subscriber; --",
            "'; select pg_sleep(9)--",
            "'||(select entry from suppression)||'",
            "cast(1/0 as varchar)",
            "1e309",
            "0x27",
            "U&'\\0027'",
            "E'\\''",
            "$$x$$",
            "x\0y",
            "\uFF07 or 1=1",
            "\u02BC or 1=1",
            "\ud83d\udea2",
            "\ud83d",
            "\u202e",
            "null",
            "true",
            "() or ()",
            "status:confirmed' or 1=1",
            "list:a'b",
            "since>2026-01-01'--",
            "city:\"x\\\" or 1=1\"",
            "\"a\":\"b\",\"c\":\"d\"",
            "-1",
            "9223372036854775808",
            "9".repeat(400),
            "%27%20or%201=1",
            "(".repeat(900),
            "not ".repeat(249),
            "\"".repeat(999));

    @Parameter
    @SuppressWarnings("UnusedVariable") // named in reports
    private TestDatabase database;

    private static People people;

    @BeforeParameterizedClassInvocation
    static void twoPeople(TestDatabase database) {
        people = new People(database.jdbc(), Clock.systemUTC());
        people.subscriptions.add("harbour", new EmailAddress("ada@example.org"), "Ada", BY_HAND);
        people.subscriptions.add("harbour", new EmailAddress("bo@example.org"), "Bo", BY_HAND);
    }

    @Test
    void inQuotationMarksEveryValueIsNothingButItself() {
        for (String value : VALUES) {
            String quoted = "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            for (String filter :
                    List.of("name=" + quoted, "city:" + quoted, quoted + ":x", "topic:" + quoted, "zone:" + quoted)) {
                assertThat(found(filter)).as(filter).isEqualTo(Set.of());
            }
        }
    }

    @Test
    void asTypedNoValueFindsMoreThanItSays() {
        for (String value : VALUES) {
            assertThat(found("\"no such person\" " + value)).as(value).isEqualTo(Set.of());
            for (String filter :
                    List.of(value, "name=" + value, "domain:" + value, "list:" + value, "since>" + value)) {
                assertThat(found(filter)).as(filter).isSubsetOf("ada@example.org", "bo@example.org");
            }
        }
        assertThat(people.subscribers.count(Filter.ALL)).isEqualTo(2);
    }

    @Test
    void aPersonWhoIsCalledLikeAnAttackIsFoundByThatName() {
        for (String value : List.of("Wren'--", "100%_!", "a\\b\"c", "x'; drop table subscriber; --")) {
            people.subscriptions.add("names", new EmailAddress("wren@example.net"), value, BY_HAND);
            String quoted = value.replace("\\", "\\\\").replace("\"", "\\\"");

            assertThat(found("list:names \"%s\"".formatted(quoted))).containsExactly("wren@example.net");
            assertThat(found("list:names name=\"%s\"".formatted(quoted))).containsExactly("wren@example.net");
        }
        people.subscribers
                .find(new EmailAddress("wren@example.net"))
                .ifPresent(wren -> people.personalData().erase(wren.address(), BY_HAND));
    }

    @Test
    void namesAndEntriesThatAreNoneFindNothing() {
        for (String value : VALUES) {
            assertThat(people.lists.find(value)).as(value).isEmpty();
            assertThat(people.suppressions.find(value)).as(value).isEmpty();
            assertThat(people.suppressions.remove(value, BY_HAND)).as(value).isFalse();
            assertThat(people.subscriptions.page(value, 0, 10)).as(value).isEmpty();
            assertThat(people.subscriptions.find(value, new EmailAddress("ada@example.org")))
                    .as(value)
                    .isEmpty();
        }
    }

    /** The same way through people and through places; nobody where it cannot be asked. */
    private static Set<String> found(String text) {
        if (!(Filter.parse(text) instanceof Filter.Parsed.Valid valid)) {
            return Set.of();
        }
        Set<String> found = addresses(
                people.subscribers.page(valid.filter(), 0, 10).stream().map(Subscriber::address));
        assertThat(people.subscribers.count(valid.filter())).isEqualTo(found.size());
        people.subscriptions.page(valid.filter(), 0, 10);
        return found;
    }

    private static Set<String> addresses(Stream<EmailAddress> addresses) {
        return addresses.map(EmailAddress::value).collect(Collectors.toSet());
    }
}
