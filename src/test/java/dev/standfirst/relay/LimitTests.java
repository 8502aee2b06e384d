package dev.standfirst.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a relay may be given. */
class LimitTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void noHourSeesMoreThanItsLimitWhoeverSendsAndHoweverOftenTheProgramIsKilled(TestDatabase database) {
        House house = new House(database);
        Random random = new Random(7);
        Relay[] two = {house.relay("per-hour", "100"), house.relay("per-hour", "100")};
        List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int which = random.nextInt(2);
            if (random.nextInt(60) == 0) {
                // Killed: what it had reserved is not given back.
                two[which] = house.relay("per-hour", "100");
            }
            if (two[which].ask("example.org") instanceof Permit.Granted) {
                sent.add(house.clock.instant());
            }
            house.clock.move(Duration.ofMillis(random.nextInt(40_000)));
        }
        assertThat(most(sent, HOUR)).isBetween(80, 100);
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void whatAProcessLeavesIsUsedByTheNext(TestDatabase database) {
        House house = new House(database);
        Map<String, String> settings = Map.of("relays.fast.host", "smtp.example", "relays.fast.per-hour", "100");
        Relays first = house.relays(settings);
        assertThat(grants(first.all().get(0), 3)).isEqualTo(3);
        first.destroy();

        assertThat(grants(house.relays(settings).all().get(0), 200)).isEqualTo(97);
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void aKilledProcessLeavesOneBlockThatCountsForItsHour(TestDatabase database) {
        House house = new House(database);
        assertThat(grants(house.relay("per-hour", "100"), 1)).isEqualTo(1);

        Relay next = house.relay("per-hour", "100");
        assertThat(grants(next, 200)).isEqualTo(98);
        house.clock.move(Duration.ofMinutes(61));
        assertThat(grants(next, 200)).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void twoThatAskAtOnceDoNotPassTogether(TestDatabase database) throws InterruptedException {
        House house = new House(database);
        AtomicInteger granted = new AtomicInteger();
        CountDownLatch begin = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Relay relay = house.relay("per-hour", "200");
            Thread thread = new Thread(() -> {
                await(begin);
                granted.addAndGet(grants(relay, 100));
            });
            thread.start();
            threads.add(thread);
        }
        begin.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(granted.get()).isBetween(190, 200);
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void aFullHourSaysWhenToAskAgainAndThenThereIsRoom(TestDatabase database) {
        House house = new House(database);
        Relay relay = house.relay("per-hour", "100");
        assertThat(grants(relay, 200)).isEqualTo(100);

        Instant at = ((Permit.Later) relay.ask("example.org")).at();
        assertThat(at).isEqualTo("2026-11-18T07:01:00Z");
        assertThat(((Permit.Later) relay.ask("example.org")).wholeRelay()).isTrue();
        assertThat(relay.words()).startsWith("reached 100 an hour, goes on at ");
        house.clock.set(at);
        assertThat(relay.ask("example.org")).isInstanceOf(Permit.Granted.class);
        assertThat(relay.words()).isEqualTo("takes mail");
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void aClockThatIsSetBackBringsNoMoreMailsAndNoLongWait(TestDatabase database) {
        House house = new House(database);
        Relay relay = house.relay("per-hour", "100", "per-second", "200");
        assertThat(grants(relay, 200)).isEqualTo(100);

        house.clock.move(HOUR.multipliedBy(-5));
        Permit again = relay.ask("example.org");
        assertThat(again).isEqualTo(new Permit.Later(Instant.parse("2026-11-18T02:01:00Z"), true));
        house.clock.move(Duration.ofMinutes(61));
        assertThat(grants(relay, 200)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 50})
    void noSecondSeesMoreThanItsLimit(int limit) {
        House house = new House();
        Relay relay = house.relay("per-second", Integer.toString(limit));
        Random random = new Random(limit);
        List<Instant> sent = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            if (relay.ask("example.org") instanceof Permit.Granted) {
                sent.add(house.clock.instant());
            }
            house.clock.move(Duration.ofNanos(random.nextInt(20_000_000)));
        }
        assertThat(most(sent, Duration.ofSeconds(1))).isEqualTo(limit);
    }

    @Test
    void aSecondIsWaitedForAfterTheClockWasSetBack() {
        House house = new House();
        Relay relay = house.relay("per-second", "2");
        assertThat(grants(relay, 5)).isEqualTo(2);

        house.clock.move(HOUR.negated());
        Instant now = house.clock.instant();
        assertThat(relay.ask("example.org")).isEqualTo(new Permit.Later(now.plusSeconds(1), true));
        house.clock.move(Duration.ofSeconds(1));
        assertThat(grants(relay, 5)).isEqualTo(2);
    }

    @Test
    void aDomainHasLimitsOfItsOwnAndEachOfTheOthersToo() {
        House house = new House();
        Relay relay = house.relay("domains", "big.example 3/s 5/h, * 1/s");
        assertThat(grants(relay, "big.example", 9)).isEqualTo(3);
        assertThat(grants(relay, "one.example", 9)).isEqualTo(1);
        assertThat(grants(relay, "two.example", 9)).isEqualTo(1);

        house.clock.move(Duration.ofSeconds(1));
        assertThat(grants(relay, "big.example", 9)).isEqualTo(2);
        assertThat(relay.ask("big.example")).isEqualTo(new Permit.Later(Instant.parse("2026-11-18T07:01:00Z"), false));
    }

    @Test
    void aDomainHasSoManyMailsAtATime() {
        House house = new House();
        Relay relay = house.relay("domains", "big.example 2x");
        assertThat(grants(relay, "big.example", 9)).isEqualTo(2);

        relay.tell(House.to("somebody@big.example"), House.ACCEPTED);
        assertThat(grants(relay, "big.example", 9)).isEqualTo(1);
        relay.unused("big.example");
        assertThat(grants(relay, "big.example", 9)).isEqualTo(1);
    }

    @Test
    void whatDidNotGoAfterAllDoesNotCount() {
        House house = new House();
        Relay relay = house.relay("per-hour", "10", "domains", "big.example 5/h");
        for (int i = 0; i < 50; i++) {
            assertThat(relay.ask("big.example")).isInstanceOf(Permit.Granted.class);
            relay.unused("big.example");
        }
    }

    @Test
    void whatTheServerWasNotHandedDoesNotCount() {
        House house = new House();
        Relay relay = house.relay("per-hour", "10", "domains", "big.example 5/h");
        for (int i = 0; i < 50; i++) {
            assertThat(relay.ask("big.example")).isInstanceOf(Permit.Granted.class);
            relay.tell(House.to("somebody@big.example"), House.UNREACHABLE);
        }
    }

    @Test
    void aDomainIsTheSameHoweverAnAddressSpellsIt() {
        House house = new House();
        Relay relay = house.relay("domains", "xn--bcher-kva.example 1x");
        EmailAddress reader = new EmailAddress("reader@Bücher.example");
        for (int i = 0; i < 3; i++) {
            assertThat(relay.ask(reader.domain())).isInstanceOf(Permit.Granted.class);
            relay.tell(House.to(reader.value()), House.ACCEPTED);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void aServerThatNobodyKnowsIsGivenMoreDayByDay(TestDatabase database) {
        House house = new House(database);
        String[] plan = {"warm-up", "5/h, 20/h", "per-hour", "30"};
        assertThat(house.relay(plan).words()).isEqualTo("takes mail, warms up, day 1: 5 an hour");
        assertThat(grants(house.relay(plan), 99)).isEqualTo(5);

        house.clock.move(Duration.ofHours(2));
        assertThat(grants(house.relay(plan), 99)).isEqualTo(5);
        house.clock.move(Duration.ofHours(22));
        assertThat(grants(house.relay(plan), 99)).isEqualTo(20);
        house.clock.move(Duration.ofHours(24));
        Relay known = house.relay(plan);
        assertThat(grants(known, 99)).isEqualTo(30);
        assertThat(known.words()).startsWith("reached 30 an hour").doesNotContain("warms");
    }

    @Test
    void theNextDayOfAWarmUpMayComeBeforeTheHourIsOver() {
        House house = new House();
        Relay relay = house.relay("warm-up", "1/h, 20/h");
        grants(relay, 1);
        house.clock.move(Duration.ofHours(23).plusMinutes(30));
        grants(relay, 1);

        assertThat(relay.ask("example.org")).isEqualTo(new Permit.Later(Instant.parse("2026-11-19T06:00:00Z"), true));
        house.clock.move(Duration.ofMinutes(30));
        assertThat(grants(relay, 99)).isEqualTo(19);
        assertThat(relay.ask("example.org")).isInstanceOf(Permit.Later.class);
    }

    @Test
    void anotherHostBeginsItsWarmUpAnew() {
        House house = new House();
        assertThat(grants(house.relay("warm-up", "5/h"), 99)).isEqualTo(5);
        house.clock.move(Duration.ofDays(3));
        assertThat(grants(house.relay("warm-up", "5/h"), 99)).isEqualTo(99);

        Map<String, String> other = new HashMap<>();
        other.put("relays.fast.host", "other.example");
        other.put("relays.fast.warm-up", "5/h");
        assertThat(grants(house.relays(other).all().get(0), 99)).isEqualTo(5);
    }

    private static int grants(Relay relay, int times) {
        return grants(relay, "example.org", times);
    }

    private static int grants(Relay relay, String domain, int times) {
        int granted = 0;
        for (int i = 0; i < times; i++) {
            granted += relay.ask(domain) instanceof Permit.Granted ? 1 : 0;
        }
        return granted;
    }

    /** The most in any window, both ends of which are not in it together. */
    private static int most(List<Instant> sent, Duration window) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < sent.size(); last++) {
            while (!sent.get(first).isAfter(sent.get(last).minus(window))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
