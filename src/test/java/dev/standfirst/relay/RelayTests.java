package dev.standfirst.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.SendResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a relay in trouble, and who sends meanwhile. */
class RelayTests {

    private final House house = new House();

    @Test
    void aServerThatDidNotAnswerYetGetsOneConnectionThenAll() {
        Relay relay = house.relay("connections", "8");
        assertThat(relay.width()).isEqualTo(1);

        House.tell(relay, 1, House.ACCEPTED);
        assertThat(relay.width()).isEqualTo(8);
    }

    @Test
    void troubleClosesItForTwiceAsLongEachTimeUpToFiveMinutes() {
        Relay relay = house.relay("connections", "8");
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            House.tell(relay, 1, House.UNREACHABLE);
            assertThat(relay.width()).isZero();
            waits.add(
                    Duration.between(house.clock.instant(), relay.opensAgain()).toSeconds());
            house.clock.set(relay.opensAgain());
            assertThat(relay.width()).isEqualTo(1);
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }

    @Test
    void whatOtherConnectionsTellOfTheSameTroubleDoesNotCountAgain() {
        Relay relay = house.relay("connections", "8");
        House.tell(relay, 8, House.UNREACHABLE);

        assertThat(relay.opensAgain()).isEqualTo(house.clock.instant().plusSeconds(1));
    }

    @Test
    void afterTroubleOneConnectionTriesAndEveryTwentyMailsBringAnother() {
        Relay relay = house.relay("connections", "3");
        House.tell(relay, 1, House.UNREACHABLE);
        house.clock.set(relay.opensAgain());

        House.tell(relay, 1, House.ACCEPTED);
        assertThat(relay.width()).isEqualTo(1);
        House.tell(relay, 19, House.ACCEPTED);
        assertThat(relay.width()).isEqualTo(2);
        House.tell(relay, 20, House.ACCEPTED);
        assertThat(relay.width()).isEqualTo(3);
        House.tell(relay, 99, House.ACCEPTED);
        assertThat(relay.width()).isEqualTo(3);
        assertThat(relay.words()).isEqualTo("takes mail");
    }

    @Test
    void aServerThatHasEnoughIsAskedByHalfAsManyBeforeItIsLeftAlone() {
        Relay relay = house.relay("connections", "8");
        House.tell(relay, 1, House.ACCEPTED);
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            House.tell(relay, 3, House.BUSY);
            widths.add(relay.width());
            house.clock.move(Duration.ofSeconds(2));
        }
        assertThat(widths).containsExactly(4, 2, 1, 0);
    }

    @Test
    void gmailSaysThatThereIsTooMuchOfUs() {
        Relay relay = house.relay("connections", "8");
        House.tell(relay, 1, House.ACCEPTED);
        House.tell(relay, 1, new SendResult.Deferred(450, "4.7.28", "450 4.7.28 unusual rate"));
        assertThat(relay.width()).isEqualTo(4);
    }

    @Test
    void fiveRecipientsWhomItDoesNotServeForNowByPolicyWithNoMailTakenBetweenAreAboutUs() {
        Relay relay = house.relay("connections", "8");
        SendResult later = new SendResult.Deferred(451, "4.7.1", "451 4.7.1 please try again later");
        for (int i = 0; i < 30; i++) {
            House.tell(relay, 4, later);
            House.tell(relay, 1, House.ACCEPTED);
            House.tell(relay, 1, later);
        }
        House.tell(relay, 1, House.ACCEPTED);
        for (int i = 0; i < 30; i++) {
            House.tell(relay, 1, later);
        }
        assertThat(relay.width()).as("one recipient, thirty times").isEqualTo(8);

        House.tell(relay, 5, later);
        assertThat(relay.width()).isEqualTo(4);
        house.clock.move(Duration.ofSeconds(2));
        House.tell(relay, 5, later);
        assertThat(relay.width()).isEqualTo(2);
    }

    @Test
    void whoWasRefusedBeforeItTurnedOutToBeUsIsKnown() {
        Relay relay = house.relay();
        SendResult unknown = new SendResult.Refused(550, "5.1.1", "550 5.1.1 mailbox unknown");
        relay.tell(House.mail(1, "a@example.org"), House.POLICY);
        relay.tell(House.mail(2, "b@example.org"), House.ACCEPTED);
        relay.tell(House.mail(3, "c@example.org"), unknown);
        for (long id = 4; id <= 12; id++) {
            relay.tell(House.mail(id, "d%d@example.org".formatted(id)), House.POLICY);
        }
        assertThat(relay.refusedInVain()).isEmpty();

        relay.tell(House.mail(13, "e@example.org"), House.POLICY);
        relay.tell(House.mail(13, "e@example.org"), House.POLICY);
        relay.tell(House.mail(14, "f@example.org"), House.ACCEPTED);
        assertThat(relay.halted()).isPresent();
        assertThat(relay.refusedInVain()).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
        assertThat(relay.refusedInVain()).as("told once").isEmpty();
    }

    @Test
    void aLoginThatIsRefusedSaysNothingOfThoseWhoWereRefusedBefore() {
        Relay relay = house.relay();
        House.tell(relay, 3, House.POLICY);
        House.tell(relay, 1, House.LOGIN);

        assertThat(relay.halted()).isPresent();
        assertThat(relay.refusedInVain()).isEmpty();
    }

    @Test
    void refusalsOfRecipientsAreNotItsTrouble() {
        Relay relay = house.relay("connections", "8");
        House.tell(relay, 500, new SendResult.Refused(550, "5.1.1", "550 5.1.1 mailbox unknown"));

        assertThat(relay.width()).isEqualTo(8);
        assertThat(relay.halted()).isEmpty();
    }

    @Test
    void threeMailsInARowWithoutAnAnswerAreEnough() {
        Relay relay = house.relay();
        SendResult unknown = new SendResult.Unknown("no answer");
        House.tell(relay, 2, unknown);
        House.tell(relay, 1, House.ACCEPTED);
        House.tell(relay, 2, unknown);
        assertThat(relay.width()).isEqualTo(4);

        relay.used("example.org");
        assertThat(relay.width())
                .as("whoever sends knows that this one was the mail's own")
                .isEqualTo(4);
        House.tell(relay, 1, unknown);
        assertThat(relay.width()).isZero();
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitLonger() {
        Relay relay = house.relay();
        House.tell(relay, 1, House.UNREACHABLE);
        house.clock.move(Duration.ofHours(-3));

        assertThat(relay.opensAgain()).isEqualTo(house.clock.instant().plusSeconds(1));
        house.clock.move(Duration.ofSeconds(1));
        assertThat(relay.width()).isEqualTo(1);
    }

    @Test
    void aLoginThatIsRefusedHaltsAtOnceAndTheNextRunTriesAgain() {
        Relays relays = house.relays(Map.of("relays.fast.host", "smtp.example"));
        Relay relay = relays.all().get(0);
        House.tell(relay, 1, House.LOGIN);

        assertThat(relay.width()).isZero();
        assertThat(relay.halted())
                .contains(new SendResult.NoServer(
                        SendResult.Trouble.LOGIN,
                        "smtp.example:25 refused the login (535)",
                        "Check STANDFIRST_RELAYS_FAST_USERNAME and STANDFIRST_RELAYS_FAST_PASSWORD."));
        house.clock.move(Duration.ofDays(1));
        assertThat(relay.width()).isZero();
        relays.begin();
        assertThat(relay.halted()).isEmpty();
        assertThat(relay.width()).isEqualTo(1);
    }

    @Test
    void tenRefusalsByPolicyWithNoMailTakenBetweenAreAboutUs() {
        Relay relay = house.relay();
        House.tell(relay, 9, House.POLICY);
        assertThat(relay.halted()).isEmpty();

        House.tell(relay, 1, House.POLICY);
        assertThat(relay.halted()).hasValueSatisfying(halt -> {
            assertThat(halt.kind()).isEqualTo(SendResult.Trouble.POLICY);
            assertThat(halt.reason())
                    .isEqualTo("smtp.example:587 refuses mail of ours, whoever it is to: 550 5.7.26 not authenticated");
            assertThat(halt.remedy()).contains("standfirst relays check");
        });
    }

    @Test
    void refusalsByPolicyAmongOthersAreTheRecipients() {
        Relay relay = house.relay();
        for (int i = 0; i < 30; i++) {
            House.tell(relay, 9, House.POLICY);
            House.tell(relay, 1, House.ACCEPTED);
        }
        for (int i = 0; i < 30; i++) {
            House.tell(relay, 1, House.POLICY);
            House.tell(relay, 1, new SendResult.Refused(550, "5.1.1", "550 5.1.1 mailbox unknown"));
        }
        assertThat(relay.halted()).isEmpty();
    }

    @Test
    void threeToOneGivesThreeToOne() {
        Relays relays = house.relays(Map.of(
                "relays.big.host", "big.example", "relays.big.weight", "3", "relays.small.host", "small.example"));
        List<String> turns = Stream.generate(() -> relays.next(relay -> true).orElseThrow())
                .limit(8)
                .map(Relay::name)
                .toList();

        assertThat(turns).containsExactly("big", "big", "small", "big", "big", "big", "small", "big");
    }

    @Test
    void whileOneIsInTroubleTheOthersSend() {
        Relays relays = house.relays(Map.of("relays.one.host", "one.example", "relays.two.host", "two.example"));
        Relay one = relays.all().get(0);
        House.tell(one, 1, House.UNREACHABLE);
        assertThat(names(relays, 4)).isEqualTo("two two two two");

        house.clock.set(one.opensAgain());
        House.tell(one, 1, House.ACCEPTED);
        assertThat(names(relays, 4)).contains("one");
    }

    @Test
    void oneWithoutRoomIsPassedOver() {
        Relays relays = house.relays(Map.of("relays.one.host", "one.example", "relays.two.host", "two.example"));
        assertThat(relays.next(relay -> relay.name().equals("two")).map(Relay::name))
                .contains("two");
        assertThat(relays.next(relay -> false)).isEmpty();
    }

    @Test
    void howItIsIsSaidInWords() {
        Relay relay = house.relay("connections", "2");
        assertThat(relay.words()).isEqualTo("takes mail");

        House.tell(relay, 1, House.UNREACHABLE);
        assertThat(relay.words()).matches("does not answer since \\d\\d:\\d\\d, tried again at \\d\\d:\\d\\d");
        house.clock.set(relay.opensAgain());
        House.tell(relay, 1, House.ACCEPTED);
        assertThat(relay.words()).matches("takes mail, over one connection after trouble since \\d\\d:\\d\\d");
        House.tell(relay, 1, House.LOGIN);
        assertThat(relay.words()).isEqualTo("takes nothing: smtp.example:25 refused the login (535)");
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void anotherProcessReadsHowItIs(dev.standfirst.TestDatabase database) {
        House shared = new House(database);
        assertThat(shared.relay().lastTold()).isEmpty();
        House.tell(shared.relay(), 1, House.UNREACHABLE);

        assertThat(shared.relay().lastTold())
                .hasValueSatisfying(told -> assertThat(told.words()).startsWith("does not answer since"));
    }

    @Test
    void theBuiltInMailboxHasNoLimits() {
        Relays relays = house.relays(Map.of());
        assertThat(relays.isBuiltIn()).isTrue();
        assertThat(relays.all()).hasSize(1);
        House.tell(relays.all().get(0), 1, House.ACCEPTED);
        assertThat(relays.all().get(0).width()).isEqualTo(4);
    }

    private static String names(Relays relays, int turns) {
        return Stream.generate(() -> relays.next(relay -> true).orElseThrow())
                .limit(turns)
                .map(Relay::name)
                .collect(Collectors.joining(" "));
    }
}
