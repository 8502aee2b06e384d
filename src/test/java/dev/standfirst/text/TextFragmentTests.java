package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextFragmentTests {

    @Test
    void longSentencesAreNamedByTheirEnds() {
        assertThat(fragment("The vote was 34 to 19, with two members absent. Work begins.", 0))
                .isEqualTo("#:~:text=The%20vote%20was%2034,with%20two%20members%20absent");
    }

    @Test
    void shortSentencesAreNamedWhole() {
        assertThat(fragment("Trawling licences cover a third of it.", 0))
                .isEqualTo("#:~:text=Trawling%20licences%20cover%20a%20third%20of%20it");
    }

    @Test
    void dashCommaAndAmpersandAreEncoded() {
        assertThat(fragment("Forty-one, at Byte & Bolt.", 0))
                .isEqualTo("#:~:text=Forty%2Done%2C%20at%20Byte%20%26%20Bolt");
    }

    @Test
    void lettersBeyondAsciiAreEncodedAsUtf8() {
        assertThat(fragment("Où vas-tu, Gdańsk ?", 0)).isEqualTo("#:~:text=O%C3%B9%20vas%2Dtu%2C%20Gda%C5%84sk%20%3F");
    }

    @Test
    void scriptsWithoutSpacesAreNamedWhole() {
        assertThat(fragment("雨が降った。誰も動かなかった。", 1))
                .isEqualTo("#:~:text=%E8%AA%B0%E3%82%82%E5%8B%95%E3%81%8B%E3%81%AA%E3%81%8B%E3%81%A3%E3%81%9F");
    }

    @Test
    void whatStandsTwiceIsToldByItsSurroundings() {
        assertThat(fragment("It rained all day. Nobody came. It snowed at night. Nobody came. The end.", 3))
                .isEqualTo("#:~:text=snowed%20at%20night.-,Nobody%20came,-The%20end.");
    }

    private static String fragment(String text, int sentence) {
        List<Sentence> sentences = Sentences.split(text, Locale.ENGLISH);
        return TextFragment.of(text, sentences.get(sentence));
    }
}
