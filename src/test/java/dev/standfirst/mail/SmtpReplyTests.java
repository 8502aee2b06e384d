package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpReplyTests {

    @Test
    void codesAreToldOnce() throws ProtocolException {
        assertThat(SmtpReply.of(List.of("452-4.2.2 The box", "452-4.2.2 of ada", "452 4.2.2 is full")))
                .isEqualTo(new SmtpReply(452, "4.2.2", "452 4.2.2 The box of ada is full"));
    }

    @Test
    void anEnhancedCodeOfAnotherClassIsNone() throws ProtocolException {
        assertThat(SmtpReply.of(List.of("550 2.0.0 no"))).isEqualTo(new SmtpReply(550, "", "550 2.0.0 no"));
    }

    @Test
    void aCodeMayStandAlone() throws ProtocolException {
        assertThat(SmtpReply.of(List.of("250"))).isEqualTo(new SmtpReply(250, "", "250"));
    }

    @Test
    void whatATerminalObeysIsShown() throws ProtocolException {
        assertThat(SmtpReply.of(List.of("550 no\u001B[2J\rmore")).text()).doesNotContain("\u001B", "\r");
    }

    @Test
    void aLongReplyIsCut() throws ProtocolException {
        assertThat(SmtpReply.of(List.of("550 " + "x".repeat(2000))).text()).hasSize(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25", "ok", "199 no", "600 no", "2500 ok", "250ok", " 250 ok", "+OK"})
    void whatIsNoReplyIsTold(String line) {
        assertThatThrownBy(() -> SmtpReply.of(List.of(line)))
                .isInstanceOf(ProtocolException.class)
                .hasMessageStartingWith("it answered what no mail server says: \"" + line.strip());
    }

    @Test
    void linesOfOneReplyHaveOneCode() {
        assertThatThrownBy(() -> SmtpReply.of(List.of("250-ok", "550 no")))
                .hasMessage("it answered 250 and 550 at once");
    }
}
