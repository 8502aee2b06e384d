package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.31.255.255",
                "192.0.0.9",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.19.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "::ffff:0:127.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::8.8.8.8",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2620:4f:8000::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void networksThatAreNotPublicAreRefused(String machine) {
        assertThatThrownBy(() -> admit(guard(machine), "http://harbour.example/"))
                .hasMessage("is on a private network (harbour.example); allow it with STANDFIRST_FETCH_ALLOWED_HOSTS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.20.0.1",
                "223.255.255.254",
                "2606:4700::1111",
                "2a00::1",
                "64:ff9b::8.8.8.8",
                "::ffff:8.8.8.8"
            })
    void publicNetworksAreOpen(String machine) throws Exception {
        assertThat(admit(guard(machine), "http://harbour.example/").machines())
                .containsExactly(InetAddress.getByName(machine));
    }

    @Test
    void oneBadAddressSpoilsAName() {
        assertThatThrownBy(() -> admit(guard("1.1.1.1", "10.0.0.1"), "http://harbour.example/"))
                .hasMessageStartingWith("is on a private network");
    }

    @Test
    void onlyPortsOfTheWebAreOpen() throws Exception {
        assertThat(admit(guard("1.1.1.1"), "http://harbour.example:8080/")).isNotNull();
        assertThatThrownBy(() -> admit(guard("1.1.1.1"), "http://harbour.example:25/"))
                .hasMessage("asks for port 25, which is not fetched");
    }

    @Test
    void theOperatorVouchesForHostsAndPorts() throws Exception {
        HostNames names = (host, limit) -> List.of(InetAddress.getByName("10.0.0.1"));
        AddressGuard guard = new AddressGuard(List.of("Wiki.Example", "intra.example:9000", "[::1]"), names);

        assertThat(admit(guard, "http://wiki.example:1234/")).isNotNull();
        assertThat(admit(guard, "http://intra.example:9000/")).isNotNull();
        assertThat(admit(guard, "http://[::1]/")).isNotNull();
        assertThatThrownBy(() -> admit(guard, "http://intra.example:9001/")).hasMessageContaining("port 9001");
        assertThatThrownBy(() -> admit(guard, "http://other.example/")).hasMessageContaining("private network");
    }

    @Test
    void aNameIsLookedUpOnceAndThatAnswerIsConnectedTo() throws Exception {
        List<String> asked = new ArrayList<>();
        HostNames rebinding = (host, limit) -> {
            asked.add(host);
            return List.of(InetAddress.getByName(asked.size() == 1 ? "127.0.0.2" : "127.0.0.1"));
        };
        try (HostileServer first = new HostileServer("127.0.0.2", java.net.ServerSocket::new);
                Fetching fetching = Fetching.with(rebinding, null, "harbour.example")) {
            first.page("/", "from the checked address");

            assertThat(fetching.reason(java.net.URI.create("http://harbour.example:" + first.port() + "/")))
                    .isEmpty();
            assertThat(asked).containsExactly("harbour.example");
            assertThat(first.requests()).singleElement().asString().contains("Host: harbour.example:" + first.port());
        }
    }

    @Test
    void theNextAddressIsTriedWhereOneIsDown() throws Exception {
        HostNames two =
                (host, limit) -> List.of(InetAddress.getByName("127.0.0.3"), InetAddress.getByName("127.0.0.2"));
        try (HostileServer second = new HostileServer("127.0.0.2", java.net.ServerSocket::new);
                Fetching fetching = Fetching.with(two, null, "harbour.example")) {
            second.page("/", "here");

            assertThat(fetching.reason(java.net.URI.create("http://harbour.example:" + second.port() + "/")))
                    .isEmpty();
        }
    }

    private static AddressGuard guard(String... machines) {
        return new AddressGuard(List.of(), (host, limit) -> {
            List<InetAddress> found = new ArrayList<>();
            for (String machine : machines) {
                found.add(InetAddress.getByName(machine));
            }
            return found;
        });
    }

    private static Destination admit(AddressGuard guard, String address) throws Exception {
        return guard.admit(WebAddress.parse(address), Duration.ofSeconds(1));
    }
}
