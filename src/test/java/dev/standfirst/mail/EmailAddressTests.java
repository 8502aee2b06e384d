package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.EmailAddress.Parsed;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org",
                "a.b+c@sub.example.co",
                "o'neil@example.org",
                "zoë@example.org",
                "ada@bücher.example",
                "  ada@example.org  "
            })
    void peoplesAddressesAreTaken(String text) {
        assertThat(EmailAddress.parse(text)).isEqualTo(new Parsed.Valid(new EmailAddress(text.strip())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            jonas(at)example.org | there is no @ in it
            @example.org         | there is nothing before the @
            ada@                 | there is nothing after the @
            ada@example          | the part after the @ has no dot
            a..b@example.org     | it has two dots in a row
            ada@b@example.org    | there is more than one @ in it
            "ada b"@example.org  | it is not an email address
            ada@[127.0.0.1]      | it is not an email address
            """)
    void theRestIsToldWhatIsWrong(String text, String reason) {
        assertThat(EmailAddress.parse(text)).isEqualTo(new Parsed.Invalid(reason));
    }

    @Test
    void noControlCharacterGetsIn() {
        assertThat(EmailAddress.parse("ada@example.org\r\nRCPT TO:<eve@example.org>"))
                .isInstanceOf(Parsed.Invalid.class);
    }

    @Test
    void twoSpellingsOfOneAddressAreEqualInTheirNormalForm() {
        assertThat(new EmailAddress("Ada@Bücher.Example").normal())
                .isEqualTo(new EmailAddress("ada@xn--bcher-kva.example").normal());
    }

    @Test
    void slotsAreFilledOnceAndEscapedInHtml() {
        String html = "<a href=\"" + Slot.UNSUBSCRIBE.mark() + "\">" + Slot.ADDRESS.mark() + "</a>";

        assertThat(Slots.fillHtml(
                        html,
                        Map.of(Slot.UNSUBSCRIBE, "https://x.example/u/1?a&b", Slot.ADDRESS, "<b>" + Slot.SINCE.mark())))
                .isEqualTo("<a href=\"https://x.example/u/1?a&amp;b\">&lt;b&gt;" + Slot.SINCE.mark() + "</a>");
    }

    @Test
    void foreignTextHoldsNoSlot() {
        assertThat(Slot.strip("Tides " + Slot.ADDRESS.mark())).isEqualTo("Tides ADDRESS");
    }
}
