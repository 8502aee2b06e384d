package dev.standfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever people and papers are called: stored, shown and mailed as it was given, on both databases. */
class NameTests {

    private static final String[] NAMES = {
        "Ada Lovelace",
        "O'Neil \"Tip\" & Söhne",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "Robert'); drop table list; --",
        "${7*7} <#if true> #{1} {{1}}",
        "=HYPERLINK(\"x\")",
        "null",
        "0",
        "-",
        "شيماء نور",
        "\u202Eevil\u202C",
        "👩\u200D🚀 𝕬da",
        "e\u0301é",
        "&amp; &lt;",
        "a \\ b \\n %s %00",
        "two  spaces",
        "\uFEFFmark"
    };

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void aNameComesBackAsItWasGiven(TestDatabase database) throws IOException {
        try (NameTrial trial = new NameTrial(database)) {
            for (String name : NAMES) {
                assertThat(trial.stored(name)).isEqualTo(name);
                assertThat(trial.readBack(name)).containsOnly(name);
                assertThat(trial.elements(name)).isEqualTo(trial.elements("Ada"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void whatNoLineHoldsIsReplacedOnceAndStaysSo(TestDatabase database) throws IOException {
        try (NameTrial trial = new NameTrial(database)) {
            for (String name : new String[] {"Ada\u0000Lovelace", "Ada\r\nLovelace", "\tAda\u0085Lovelace\n"}) {
                assertThat(trial.readBack(name)).containsOnly("Ada Lovelace");
            }
            assertThat(trial.readBack("Ada\uD83D")).containsOnly("Ada\uFFFD");
        }
    }
}
