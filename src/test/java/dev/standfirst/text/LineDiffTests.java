package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineDiffTests {

    /** Lines are letters, an exclamation mark is a last line without its break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "abc          | abc          | ''",
                "''           | a            | +a",
                "a            | ''           | -a",
                "abc          | axc          | =a -b +x =c",
                "abcdefghij   | abcdeXfghij  | … =c =d =e +X =f =g =h …",
                "abc          | bcd          | -a =b =c +d",
                "a!           | a            | -a +a",
                "abab         | bab          | -a =b =a =b",
            })
    void whatDiffersIsToldWithWhatStandsAround(String before, String after, String told) {
        assertThat(told(LineDiff.of(text(before), text(after)))).isEqualTo(told);
    }

    @Test
    void longTextsThatAreWhollyDifferentAreToldAsSuch() {
        String before = IntStream.range(0, 3000).mapToObj(i -> "a" + i + "\n").collect(Collectors.joining());
        List<LineDiff.Line> lines = LineDiff.of(before, before.replace('a', 'b'));
        assertThat(lines).hasSize(6000);
        assertThat(lines.get(0)).isEqualTo(new LineDiff.Line(LineDiff.Kind.GONE, "a0"));
        assertThat(lines.get(5999)).isEqualTo(new LineDiff.Line(LineDiff.Kind.NEW, "b2999"));
    }

    private static String text(String letters) {
        return letters.replaceAll("[a-zA-Z]", "$0\n").replace("\n!", "");
    }

    private static String told(List<LineDiff.Line> lines) {
        return lines.stream()
                .map(line -> switch (line.kind()) {
                    case SAME -> "=" + line.text();
                    case GONE -> "-" + line.text();
                    case NEW -> "+" + line.text();
                    case GAP -> "…";
                })
                .collect(Collectors.joining(" "));
    }
}
