package dev.standfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.template.Words;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void everyLanguageHasEveryMessageWithTheSameValues() {
        assertThat(values(Locale.GERMAN)).isEqualTo(values(Locale.ROOT));
    }

    @Test
    void numbersChooseTheirPlural() {
        Words english = Tongue.words(Locale.ENGLISH);
        Words german = Tongue.words(Locale.GERMAN);

        assertThat(english.say("archive.count", 1, "May 2026")).isEqualTo("1 edition since May 2026.");
        assertThat(english.say("archive.count", 1183, "May 2026")).isEqualTo("1,183 editions since May 2026.");
        assertThat(english.say("archive.found", 0, "{1} 'x")).isEqualTo("No edition has “{1} 'x”.");
        assertThat(german.say("archive.found", 2, "Fähre")).isEqualTo("2 Ausgaben haben „Fähre“.");
        assertThat(german.say("join.too.many", 1)).contains("in einer Minute noch einmal");
        assertThat(german.say("join.too.many", 12)).contains("in 12 Minuten noch einmal");
    }

    @Test
    void aLanguageWithoutWordsIsAnsweredInEnglish() {
        assertThat(Tongue.words(Locale.JAPANESE).language()).isEqualTo(Locale.ENGLISH);
    }

    private static Map<String, Integer> values(Locale language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "dev.standfirst.web.pages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, Integer> values = new TreeMap<>();
        bundle.keySet()
                .forEach(key ->
                        values.put(key, new MessageFormat(bundle.getString(key)).getFormatsByArgumentIndex().length));
        return values;
    }
}
