package dev.standfirst.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.EmailAddress;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsentWordsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.org",
                "ada@",
                "a@b@example.org",
                "ada@example",
                "ada@example.org.",
                ".ada@example.org",
                "ada.@example.org",
                "a..da@example.org",
                "a da@example.org",
                "a\u0007da@example.org",
                "ada@example.123",
                "<ada@example.org>",
                "a\u200bda@example.org",
                "ada@a_b.example",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx@example.org"
            })
    void whatIsWrongWithAnAddressIsSaidInGerman(String address) {
        String english = ((EmailAddress.Parsed.Invalid) EmailAddress.parse(address)).reason();

        String german = ConsentWords.of(Locale.GERMAN).reason(english);
        assertThat(german).isNotEqualTo(english).matches("(ist|hat|endet|beginnt|enthält) .*");
        assertThat(german.equals("ist keine Mailadresse")).isEqualTo(english.equals("it is not an email address"));
    }

    @Test
    void aReasonThatNobodyTranslatedYetIsStillSaidInGerman() {
        assertThat(ConsentWords.of(Locale.GERMAN).reason("it is too blue")).isEqualTo("ist keine Mailadresse");
    }
}
