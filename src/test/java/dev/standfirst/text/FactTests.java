package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.text.Fact.Moment;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactTests {

    @Test
    void whatIsToldIsInEnglishWithEveryValue() {
        assertThat(Fact.of("fact.collect", 12, 1400, 2204L, 1318L, 0).english())
                .isEqualTo("12 of 1400 sources, 2,204 seen, 1,318 new");
        assertThat(Fact.of("fact.source.limit", 1, "O'Neill {0} Times", 2).english())
                .isEqualTo("1 story of O'Neill {0} Times is told, and the digest takes 2 of one source");
        assertThat(Fact.of("fact.source.limit", 0, "Times", 0).english())
                .isEqualTo("0 stories of Times are told, and the digest takes 0 of one source");
        assertThat(Fact.of("fact.compose", 1, 2, 31L, 2, 1500L, 20L, 3, 1).english())
                .isEqualTo("1 story, 2 key sentences, each found in its source, 31 KB, 2 variants for those who chose, "
                        + "1,500 now, 20 later, 3 not today, 1 wants none of it");
        assertThat(Fact.of(
                                "fact.nothing.left",
                                List.of(Fact.of("fact.left.UNWANTED", 3), Fact.of("fact.left.BELOW", 1200)))
                        .english())
                .isEqualTo("nothing new; left out: 3 not wanted, 1,200 below the line");
    }

    @Test
    void whatIsKeptIsReadAgain() {
        Fact list = Fact.of(
                "fact.nothing.left", List.of(Fact.of("fact.left.UNWANTED", 3L), Fact.of("fact.left.BELOW", 1L)));
        Fact old = Fact.of("fact.old", "Ferry \"Ann\"", Moment.of("fact.day", LocalDate.of(2026, 11, 17)));

        assertThat(Fact.read(list.kept(500)))
                .extracting(Fact::key, Fact::values)
                .containsExactly(list.key(), list.values());
        assertThat(Fact.read(old.kept(500)))
                .extracting(Fact::key, Fact::values)
                .containsExactly(old.key(), old.values());
        assertThat(old.english())
                .isEqualTo("it says nothing new since \"Ferry \"Ann\"\", which the edition of Tue 17 Nov 2026 told");
        assertThat(Fact.read(Fact.of("fact.unwanted.headline", "a\tb\nc").kept(500))
                        .english())
                .isEqualTo("\"a b c\" is in its headline, and the digest goes without it");
        assertThat(Fact.read(Fact.NONE.kept(500)).isNothing()).isTrue();
    }

    @Test
    void twoThatSayTheSameAreTheSame() {
        assertThat(Fact.of("fact.left.BELOW", 2)).isEqualTo(Fact.words("2 below the line"));
        assertThat(Fact.of("fact.left.BELOW", 2)).isNotEqualTo(Fact.of("fact.left.BELOW", 3));
    }

    @Test
    void whatDoesNotFitIsKeptInEnglish() {
        String kept = Fact.of("fact.taken.out", "x".repeat(300)).kept(100);

        assertThat(kept).isEqualTo("x".repeat(99) + "…");
        assertThat(Fact.read(kept).english()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it has 14 words, and the digest wants 20 at least",
                "",
                "=",
                "=no.such.fact\t#1",
                "=fact.too.short\t#x\t#1",
                "=fact.too.short\tx",
                "=fact.old\t'x\t@fact.day",
                "=fact.old\t'x\t@fact.day yesterday",
                "=fact.nothing.left\t[x"
            })
    void whatIsNoKeptFactIsShownAsItIs(String kept) {
        assertThat(Fact.read(kept).english()).isEqualTo(kept);
        assertThat(Fact.read(kept).kept(500)).isIn(kept, "=fact.words\t'" + kept.replace('\t', ' '));
    }

    @Test
    void wordsThatLookLikeAKeptFactStayWords() {
        Fact words = Fact.words("=fact.act.CHANGED");

        assertThat(Fact.read(words.kept(500))).isEqualTo(words);
    }
}
