package dev.standfirst.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceSettingsTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            address  | nonsense                               | address is "nonsense"; that is no address
            address  | a-very-long-local-part@post.example    | before the @ there is room for 18 characters
            address  | bounces+x@post.example                 | the plus is put in by us
            port     | 70000                                  | port is 70000; a port is 1 to 65535
            protocol | imap                                   | host is empty; IMAP needs one
            protocol | maildir                                | maildir is empty; name the folder to read
            every    | 1s                                     | every is PT1S; 10s is the least
            limit    | 0                                      | limit is 0; 1 is the least
            """)
    void whatCannotWorkIsToldByName(String name, String value, String problem) {
        Throwable wrong = catchThrowable(() -> House.settings(Map.of(name, value)));

        assertThat(wrong)
                .rootCause()
                .hasMessageStartingWith("standfirst.bounces.")
                .hasMessageContaining(problem);
    }

    @Test
    void noSecretGetsIntoALog() {
        assertThat(House.settings(Map.of("password", "tell-nobody"))).hasToString("BounceSettings[...]");
        assertThat(new HookSettings("tell-nobody", "hook", "tell-nobody", "", "", Duration.ofMinutes(10)))
                .hasToString("HookSettings[...]");
    }

    @Test
    void nothingIsReadUntilAMailboxIsNamed() {
        BounceSettings settings = House.settings(Map.of());

        assertThat(settings.protocol()).isEqualTo(BounceSettings.Protocol.NONE);
        assertThat(settings.returnAddress()).contains(new ReturnAddress("bounces", "post.example"));
    }
}
