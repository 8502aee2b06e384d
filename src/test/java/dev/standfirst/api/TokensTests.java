package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.api.Tokens.Checked;
import dev.standfirst.api.Tokens.Making;
import dev.standfirst.subscriber.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tokens as they are kept. */
class TokensTests {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void aTokenLetsInUntilItExpires(TestDatabase database) {
        String secret = made(tokens(database, NOON), "shop").secret();

        assertThat(tokens(database, NOON.plus(Duration.ofDays(89))).check(secret))
                .isInstanceOf(Checked.Good.class);
        assertThat(tokens(database, NOON.plus(Duration.ofDays(90))).check(secret))
                .isEqualTo(new Checked.Expired(NOON.plus(Duration.ofDays(90))));
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void theSecretIsNotKept(TestDatabase database) {
        String secret = made(tokens(database, NOON), "shop").secret();

        String kept = database.jdbc()
                .sql("select hash from api_token")
                .query(String.class)
                .single();

        assertThat(secret).matches("sf_1_[A-Za-z0-9_-]{43}");
        assertThat(kept).matches("[0-9a-f]{64}").doesNotContain(secret);
    }

    @Test
    void anotherSecretOfTheSameNumberLetsNobodyIn() {
        Tokens tokens = tokens(new TestDatabase(), NOON);
        String secret = made(tokens, "shop").secret();
        char last = secret.charAt(10) == 'A' ? 'B' : 'A';

        assertThat(tokens.check(secret.substring(0, 10) + last + secret.substring(11)))
                .isEqualTo(new Checked.Unknown());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sf_1_",
                "sf_01_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "sf_999999999999999999_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "sf_9999999999999999999999_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "sf_1_' or '1'='1"
            })
    void whatIsNoTokenLetsNobodyIn(String secret) {
        Tokens tokens = tokens(new TestDatabase(), NOON);
        made(tokens, "shop");

        assertThat(tokens.check(secret)).isEqualTo(new Checked.Unknown());
    }

    @Test
    void aRemovedTokenLetsNobodyIn() {
        Tokens tokens = tokens(new TestDatabase(), NOON);
        String secret = made(tokens, "shop").secret();

        assertThat(tokens.remove("shop")).isTrue();

        assertThat(tokens.check(secret)).isEqualTo(new Checked.Unknown());
        assertThat(tokens.remove("shop")).isFalse();
    }

    @Test
    void twoTokensHaveTwoNames() {
        Tokens tokens = tokens(new TestDatabase(), NOON);
        made(tokens, "shop");

        assertThat(tokens.add("shop", Set.of(Scope.RUNS_READ), Duration.ofDays(1)))
                .isEqualTo(new Making.NameTaken());
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void ofManyWhoMakeTheSameTokenAtOnceOneDoes(TestDatabase database) {
        Tokens tokens = tokens(database, NOON);

        List<String> came = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> Objects.requireNonNull(
                        database.transactions().execute(status -> tokens.add("shop", Set.of(Scope.RUNS_READ), DAY))))
                .map(making -> making.getClass().getSimpleName())
                .toList();

        assertThat(came).containsOnlyOnce("Made").hasSize(16);
    }

    @Test
    void aTokenAsATextKeepsItsSecret() {
        Making.Made made = made(tokens(new TestDatabase(), NOON), "shop");

        assertThat(made.toString()).contains("name=shop").doesNotContain(made.secret());
    }

    @Test
    void useIsNotedToTheMinute() {
        TestDatabase database = new TestDatabase();
        String secret = made(tokens(database, NOON), "shop").secret();
        tokens(database, NOON.plusSeconds(60)).check(secret);
        tokens(database, NOON.plusSeconds(100)).check(secret);

        assertThat(tokens(database, NOON).all())
                .extracting(Token::lastUsed)
                .containsExactly(java.util.Optional.of(NOON.plusSeconds(60)));
    }

    @Test
    void whoMayWriteMayRead() {
        assertThat(Scope.PEOPLE_WRITE.covers(Scope.PEOPLE_READ)).isTrue();
        assertThat(Scope.PEOPLE_READ.covers(Scope.PEOPLE_WRITE)).isFalse();
        assertThat(Scope.RUNS_WRITE.covers(Scope.PEOPLE_READ)).isFalse();
    }

    private static Making.Made made(Tokens tokens, String name) {
        return (Making.Made) tokens.add(name, Set.of(Scope.PEOPLE_READ), Duration.ofDays(90));
    }

    static Tokens tokens(TestDatabase database, Instant now) {
        return new Tokens(
                database.jdbc(), new People(database, Clock.systemUTC()).race, Clock.fixed(now, ZoneOffset.UTC));
    }
}
