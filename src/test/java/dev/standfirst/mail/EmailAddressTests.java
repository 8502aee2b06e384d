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
                "ada@x.example.q",
                "ada@r3---sn.example",
                "xn--ada@example.org",
                "=1+1@example.org",
                "дарья.smith@пример.example",
                "嘍嘊@example.org",
                "ada@نامه\u200cای.example",
                "शर्मा@example.org",
                "🦊@example.org"
            })
    void peoplesAddressesAreTaken(String text) {
        assertThat(EmailAddress.parse(text)).isEqualTo(new Parsed.Valid(new EmailAddress(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"  ada@example.org ", "\tada@example.org", "\uFEFFada@example.org", "\u00A0ada@example.org\u3000"
            })
    void whatCopyingLeavesAroundItDoesNotCount(String text) {
        assertThat(EmailAddress.parse(text)).isEqualTo(new Parsed.Valid(new EmailAddress("ada@example.org")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            jonas(at)example.org    | there is no @ in it
            ~~                      | there is no @ in it
            @example.org            | there is nothing before the @
            ada@                    | there is nothing after the @
            ada@example             | the part after the @ has no dot
            ada@example.org.        | it ends with a dot
            ada@10.20.30.40         | the part after the @ ends with a number
            a..b@example.org        | it has two dots in a row
            ada.@example.org        | there is a dot before the @
            ada@b@example.org       | there is more than one @ in it
            ada b@example.org       | there is a space in it
            Ada <ada@example.org>   | there are angle brackets in it; the address alone is enough
            <ada@example.org>       | there are angle brackets in it; the address alone is enough
            "ada b"@example.org     | it is not an email address
            ada(work)@example.org   | it is not an email address
            ada\\@work@example.org    | it is not an email address
            ada@[127.0.0.1]         | it is not an email address
            ada@ex_ample.org        | it is not an email address
            ada@-example.org        | it is not an email address
            ada,bo@example.org      | it is not an email address
            mailto:ada@example.org  | it is not an email address
            ada@xn--u-ccb.example   | the part after the @ is no name that a domain can have
            ada@bü..cher.example    | the part after the @ is no name that a domain can have
            ada@bü cher.example     | the part after the @ is no name that a domain can have
            ada@a℀b.example         | the part after the @ is no name that a domain can have
            """)
    void theRestIsToldWhatIsWrong(String text, String reason) {
        assertThat(EmailAddress.parse(text)).isEqualTo(new Parsed.Invalid(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nRCPT TO:<eve@example.org>",
                "ada@example.org\n",
                "\r\nada@example.org",
                "ada\u0000@example.org",
                "ada\u007f@example.org",
                "ada\u0085@example.org"
            })
    void noControlCharacterGetsIn(String text) {
        assertThat(EmailAddress.parse(text)).isEqualTo(new Parsed.Invalid("there is a control character in it"));
    }

    @ParameterizedTest
    @CsvSource({"200B", "200D", "202E", "2066", "00AD", "2028", "E000", "FFFE", "3164", "FE0F", "E0041", "D800", "061C"
    })
    void aCharacterThatNobodySeesIsNamedByItsNumber(String number) {
        String text = "ad" + new String(Character.toChars(Integer.parseInt(number, 16))) + "a@example.org";

        assertThat(EmailAddress.parse(text))
                .isEqualTo(new Parsed.Invalid("there is a character in it that nobody sees (U+%s)".formatted(number)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada＠evil.example@example.org",
                "ada＜b@example.org",
                "ada\u00A0b@example.org",
                "ada．b﹔@example.org"
            })
    void whatOnlyLooksLikePunctuationIsRefused(String text) {
        assertThat(EmailAddress.parse(text))
                .isEqualTo(
                        new Parsed.Invalid("there is a character in it that only looks like punctuation or a space"));
    }

    @Test
    void lengthsCountAsTheyAreSent() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isInstanceOf(Parsed.Valid.class);
        assertThat(EmailAddress.parse("ü".repeat(32) + "@example.org")).isInstanceOf(Parsed.Valid.class);
        assertThat(EmailAddress.parse("ü".repeat(33) + "@example.org"))
                .isEqualTo(new Parsed.Invalid("the part before the @ is longer than 64 characters"));
        assertThat(EmailAddress.parse("ada@" + "ü".repeat(59) + ".example")).isInstanceOf(Parsed.Invalid.class);
        assertThat(EmailAddress.parse("ada@" + "a".repeat(64) + ".example"))
                .isEqualTo(new Parsed.Invalid("a part after the @ is longer than 63 characters"));
        assertThat(EmailAddress.parse("a@" + "bücher.".repeat(18) + "example"))
                .isEqualTo(new Parsed.Invalid("it is longer than 254 characters"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ada@Bücher.Example,        ada@xn--bcher-kva.example",
        "ada@BÜCHER.example,        ada@xn--bcher-kva.example",
        "ada@XN--BCHER-KVA.example, ada@xn--bcher-kva.example",
        "ada@bu\u0308cher.example,  ada@xn--bcher-kva.example",
        "ada@straße.example,        ada@xn--strae-oqa.example",
        "ada@strasse.example,       ada@strasse.example",
        "ada@ｅｘａｍｐｌｅ。org,       ada@example.org",
        "ZOE\u0308@example.org,     zo\u00eb@example.org",
        "Strauß@example.org,        strauß@example.org"
    })
    void twoSpellingsOfOneAddressAreEqualInTheirNormalForm(String text, String normal) {
        Parsed parsed = EmailAddress.parse(text);

        assertThat(((Parsed.Valid) parsed).address().normal()).isEqualTo(normal);
    }

    @Test
    void theNormalFormOfANormalFormIsItself() {
        String normal = new EmailAddress("Zoe\u0308@Bücher.Example").normal();

        assertThat(new EmailAddress(normal).normal()).isEqualTo(normal).isEqualTo("zoë@xn--bcher-kva.example");
    }

    @Test
    void onTheWireTheDomainIsAsciiAndTheRestAsItWasWritten() {
        assertThat(new EmailAddress("Zoe\u0308@Bücher.example").wire()).isEqualTo("Zoe\u0308@xn--bcher-kva.example");
        assertThat(new EmailAddress("Ada@Example.org").wire()).isEqualTo("Ada@Example.org");
        assertThat(new EmailAddress("ada@bücher.example").needsSmtpUtf8()).isFalse();
        assertThat(new EmailAddress("zoë@example.org").needsSmtpUtf8()).isTrue();
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
