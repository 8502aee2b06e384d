package dev.standfirst.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7,               c0000207/32, c00002/24",
        "::ffff:192.0.2.7,        c0000207/32, c00002/24",
        "2001:db8:1:2:3:4:5:6,    20010db800010002/64, 20010db80001/48",
        "2001:db8:1:2::1,         20010db800010002/64, 20010db80001/48",
        "fe80::1%eth0,            fe80000000000000/64, fe8000000000/48",
        "::,                      0000000000000000/64, 000000000000/48"
    })
    void aClientIsAnAddressOrASixtyFour(String address, String client, String wider) {
        assertThat(Network.of(address)).isEqualTo(new Network(client, wider));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "999.1.1.1", "1.2.3", "1:2", "a.example", ":::", "1.2.3.4.5"})
    void aTextThatIsNoAddressIsANetworkOfItsOwnAndNoNameServerIsAsked(String text) {
        assertThat(Network.of(text)).isEqualTo(new Network(text, text));
    }

    @Test
    void aLongTextIsCut() {
        assertThat(Network.of("x".repeat(1000)).client()).hasSize(60);
    }
}
