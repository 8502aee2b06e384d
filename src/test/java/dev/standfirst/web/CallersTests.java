package dev.standfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class CallersTests {

    private final Callers behindProxy = new Callers(List.of("127.0.0.1", "192.0.2.9"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1|203.0.113.7|203.0.113.7",
                "127.0.0.1|198.51.100.1, 203.0.113.7|203.0.113.7",
                "127.0.0.1|203.0.113.7, 192.0.2.9|203.0.113.7",
                "127.0.0.1|2001:db8::7|2001:db8::7",
                "127.0.0.1|evil.example|127.0.0.1",
                "127.0.0.1|203.0.113.7, <script>|127.0.0.1",
                "198.51.100.1|203.0.113.7|198.51.100.1"
            })
    void onlyAProxyOfOursIsBelieved(String from, String said, String network) {
        assertThat(behindProxy.network(request(from, said))).isEqualTo(network);
    }

    @Test
    void withoutAProxyNobodyIsBelieved() {
        assertThat(new Callers(List.of()).network(request("127.0.0.1", "203.0.113.7")))
                .isEqualTo("127.0.0.1");
    }

    @Test
    void theProgramIsOneLineOfSomeLength() {
        MockHttpServletRequest request = request("127.0.0.1", "");
        request.addHeader("User-Agent", "Lynx\r\nX: y" + "z".repeat(500));

        assertThat(behindProxy.visitor(request, "").origin())
                .startsWith("127.0.0.1, Lynx X: yzzz")
                .hasSizeLessThan(150);
    }

    private static MockHttpServletRequest request(String from, String said) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        request.addHeader("X-Forwarded-For", said);
        return request;
    }
}
