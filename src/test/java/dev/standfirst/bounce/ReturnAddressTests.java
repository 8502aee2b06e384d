package dev.standfirst.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.bounce.ReturnAddress.Purpose;
import dev.standfirst.subscriber.LinkToken;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnAddressTests {

    private static final ReturnAddress ADDRESS = new ReturnAddress("bounces", "post.example");
    private static final String TOKEN = "0a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bounces+T@post.example",
                "BOUNCES+T@POST.EXAMPLE",
                "bounces-T@post.example",
                "bounces=T@post.example",
                "SRS0=x9Yz=AB=post.example=bounces+T@forwarder.example",
                "SRS1=x9Yz=other.example==x9Yz=AB=post.example=bounces+T@forwarder.example",
                "prvs=0123456789=bounces+T@post.example",
                "btv1==0123456789==bounces+T@post.example",
                "bounces+T+more@post.example"
            })
    void theTokenIsFoundWhateverTheWayDidToIt(String address) {
        assertThat(ADDRESS.read(address.replace("T@", TOKEN + "@").replace("T+", TOKEN + "+")))
                .contains(new ReturnAddress.Returned(Purpose.BOUNCE, TOKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bounces@post.example",
                "bounces+short@post.example",
                "bounces+" + TOKEN + "x@post.example",
                "rebounces+" + TOKEN + "@post.example",
                "news+" + TOKEN + "@post.example",
                "bounces+wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww@post.example",
                ""
            })
    void otherAddressesHoldNone(String address) {
        assertThat(ADDRESS.read(address)).isEmpty();
    }

    @Test
    void anyTokenComesBackAsItWasWritten() {
        Random random = new Random(7);
        byte[] token = new byte[ReturnAddress.TOKEN_BYTES];
        for (int i = 0; i < 2000; i++) {
            random.nextBytes(token);
            Arrays.fill(token, 0, i % 4, (byte) 0);
            String local = ADDRESS.with(Purpose.LEAVE, token).value();

            assertThat(local.indexOf('@')).isLessThanOrEqualTo(64);
            ReturnAddress.Returned returned =
                    ADDRESS.read(local.toUpperCase(Locale.ROOT)).orElseThrow();
            assertThat(returned.purpose()).isEqualTo(Purpose.LEAVE);
            assertThat(ReturnAddress.bytes(returned.token())).isEqualTo(token);
        }
    }

    @Test
    void aTokenOpensWhatItWasMadeForAndNothingElse() {
        House house = new House(new TestDatabase(), Map.of());
        ReturnAddress.Returned bounce =
                ADDRESS.read(house.paths.of(4711).orElseThrow().value()).orElseThrow();
        ReturnAddress.Returned leave = ADDRESS.read(house.paths
                        .toLeave(house.people.links.bytes(LinkToken.Purpose.LEAVE, 12))
                        .orElseThrow()
                        .value())
                .orElseThrow();

        assertThat(house.paths.delivery(bounce)).isEqualTo(OptionalLong.of(4711));
        assertThat(house.paths.subscription(leave)).isEqualTo(OptionalLong.of(12));
        assertThat(house.paths.subscription(new ReturnAddress.Returned(Purpose.LEAVE, bounce.token())))
                .isEmpty();
        assertThat(house.paths.delivery(new ReturnAddress.Returned(Purpose.BOUNCE, TOKEN)))
                .isEmpty();
    }

    @Test
    void theLongestAddressThatIsAllowedHasRoomForTheToken() {
        ReturnAddress longest = new ReturnAddress("a".repeat(ReturnAddress.LONGEST), "post.example");

        assertThat(longest.with(Purpose.LEAVE, new byte[24]).value().indexOf('@'))
                .isEqualTo(64);
    }
}
