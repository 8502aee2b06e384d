package dev.standfirst.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Crowd.Among;
import dev.standfirst.subscriber.CrowdForesight.Foreseen;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a change of many people is foreseen to come to is what it comes to, on both databases. */
class CrowdTests {

    private static final Reason TEST = Reason.of("test");
    private static final Instant BEGIN = Instant.parse("2026-11-18T06:30:00Z");

    /** A list whose people stand in every way to it and to another one. */
    private static final class Town {

        final MovableClock clock = new MovableClock();
        final TestDatabase database;
        final People people;
        final CrowdForesight foresight;
        final CrowdChange change;

        Town(TestDatabase database) {
            this.database = database;
            clock.set(BEGIN);
            people = new People(database, clock);
            foresight = new CrowdForesight(database.jdbc(), people.lists);
            change = new CrowdChange(new HeldSubscriptions(database.jdbc()), people.subscriptions, people.suppressions);
            people.lists.require("other");
            Stream.of("new", "on", "left", "asked", "never", "domain", "gone", "unsure")
                    .forEach(name -> join("here", name));
            join("other", "on");
            people.subscriptions.leave(join("other", "left").id(), TEST);
            people.subscriptions.ask(people.lists.require("other"), address("asked"), TEST);
            people.suppressions.add(address("never"), Cause.BOUNCE, TEST);
            people.suppressions.addDomain("domain.example", Cause.OPERATOR, TEST);
            people.subscriptions.leave(find("here", "gone").id(), TEST);
            people.subscriptions.ask(people.lists.require("here"), address("late"), TEST);
        }

        Subscription join(String list, String name) {
            people.subscriptions.add(list, address(name), "", TEST);
            return find(list, name);
        }

        Subscription find(String list, String name) {
            return people.subscriptions.find(list, address(name)).orElseThrow();
        }

        static EmailAddress address(String name) {
            return new EmailAddress(name + "@" + name + ".example");
        }

        Crowd crowd(Optional<Status> status, Among among) {
            return new Crowd("here", status, among, foresight.last(), clock.instant());
        }

        Map<Fate, Long> change(Aim aim, Instant asOf) {
            List<Subscription> places = new ArrayList<>(people.subscriptions.page("here", 0, 100));
            return Objects.requireNonNull(
                    database.transactions().execute(transaction -> change.change(places, asOf, aim, TEST)));
        }
    }

    static Stream<Arguments> aims() {
        return Stream.of(new Aim.Leave(), new Aim.Put("other"), new Aim.Stop())
                .flatMap(aim -> TestDatabase.each().map(database -> Arguments.of(aim, database)));
    }

    @ParameterizedTest
    @MethodSource("aims")
    void whatIsForeseenIsWhatBecomesOfThem(Aim aim, TestDatabase database) {
        Town town = new Town(database);
        Foreseen foreseen = town.foresight.of(town.crowd(Optional.empty(), new Crowd.Everybody()), aim);
        Map<Fate, Long> expected = aim instanceof Aim.Put
                ? Map.of(Fate.DONE, 5L, Fate.SAME, 1L, Fate.LEFT, 1L, Fate.NEVER, 2L)
                : Map.of(Fate.DONE, 8L, Fate.SAME, 1L);
        assertThat(foreseen.fates()).isEqualTo(expected);
        assertThat(town.change(aim, BEGIN)).isEqualTo(expected);
        town.clock.set(BEGIN.plusSeconds(60));
        assertThat(town.foresight
                        .of(town.crowd(Optional.empty(), new Crowd.Everybody()), aim)
                        .fates())
                .as("nothing is left to do")
                .doesNotContainKey(Fate.DONE);
    }

    static Stream<TestDatabase> databases() {
        return TestDatabase.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void peopleAreCountedByWhatTheyHaveInCommon(TestDatabase database) {
        Town town = new Town(database);
        Filter filter = ((Filter.Parsed.Valid) Filter.parse("domain:new.example or domain:late.example")).filter();
        assertThat(count(town, town.crowd(Optional.empty(), new Crowd.Everybody())))
                .isEqualTo(9);
        assertThat(count(town, town.crowd(Optional.of(Status.CONFIRMED), new Crowd.Everybody())))
                .isEqualTo(7);
        assertThat(count(town, town.crowd(Optional.empty(), new Crowd.Beginning("ne"))))
                .isEqualTo(2);
        assertThat(count(town, town.crowd(Optional.of(Status.CONFIRMED), new Crowd.Filtered(filter))))
                .isEqualTo(1);
        List<Long> named =
                List.of(town.find("here", "new").id(), town.find("other", "on").id(), 0L);
        assertThat(count(town, town.crowd(Optional.empty(), new Crowd.Named(named))))
                .isEqualTo(1);
    }

    private static long count(Town town, Crowd crowd) {
        return town.foresight.of(crowd, new Aim.Leave()).fates().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whoLeftOrCameBackSinceIsLetAlone(TestDatabase database) {
        Town town = new Town(database);
        town.clock.set(BEGIN.plusSeconds(60));
        town.people.subscriptions.bringBack(town.find("here", "gone").id(), TEST);
        town.people.subscriptions.leave(town.find("here", "new").id(), TEST);
        assertThat(town.change(new Aim.Leave(), BEGIN))
                .isEqualTo(Map.of(Fate.DONE, 7L, Fate.SAME, 1L, Fate.MEANWHILE, 1L));
        assertThat(town.find("here", "gone").status()).isEqualTo(Status.CONFIRMED);
    }
}
