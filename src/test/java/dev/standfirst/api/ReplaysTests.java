package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.api.ApiServer.Answer;
import dev.standfirst.api.KeptAnswers.Claim;
import dev.standfirst.api.Tokens.Making;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that are sent again with their key. */
class ReplaysTests {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    @TempDir
    private Path home;

    @Test
    void aRepeatedRequestIsAnsweredAsBeforeAndDoneOnce() throws IOException {
        try (ApiServer api = new ApiServer(home)) {
            String key = "Idempotency-Key: 5f0c";
            Answer first = api.send("POST", "/api/v1/lists", "{\"name\": \"once\"}", key);
            Answer again = api.send("POST", "/api/v1/lists", "{\"name\": \"once\"}", key);

            assertThat(first.status()).isEqualTo(201);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.http().body()).isEqualTo(first.http().body());
            assertThat(again.header("Location")).isEqualTo("/api/v1/lists/once");
            assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");

            Answer other = api.send("POST", "/api/v1/lists", "{\"name\": \"twice\"}", key);
            assertThat(other.status()).isEqualTo(422);
            assertThat(api.get("/api/v1/lists/twice").status()).isEqualTo(404);

            String someoneElse = api.token(Scope.PEOPLE_WRITE);
            assertThat(api.sendAs(someoneElse, "POST", "/api/v1/lists", "{\"name\": \"other\"}", key)
                            .status())
                    .isEqualTo(201);
        }
    }

    @Test
    void afterARefusalTheKeyIsFreeAgain() throws IOException {
        try (ApiServer api = new ApiServer(home)) {
            String key = "Idempotency-Key: a-b";

            assertThat(api.send("POST", "/api/v1/lists", "{\"name\": \"No\"}", key)
                            .status())
                    .isEqualTo(400);
            assertThat(api.send("POST", "/api/v1/lists", "{\"name\": \"yes\"}", key)
                            .status())
                    .isEqualTo(201);
            assertThat(api.send("POST", "/api/v1/lists", "{\"name\": \"x\"}", "Idempotency-Key: " + "k".repeat(256))
                            .status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void aRequestThatIsAtWorkIsNotDoneTwice(TestDatabase database) {
        KeptAnswers answers = answers(database, NOON);
        long token = token(database);

        assertThat(answers.claim(token, "key", "request")).isInstanceOf(Claim.Mine.class);
        assertThat(answers.claim(token, "key", "request")).isEqualTo(new Claim.AtWork());
        assertThat(answers.claim(token, "key", "other")).isEqualTo(new Claim.Other());
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void anAnswerIsKeptForADay(TestDatabase database) {
        long token = token(database);
        Claim.Mine mine = (Claim.Mine) answers(database, NOON).claim(token, "key", "request");
        KeptAnswers.Answer answer = new KeptAnswers.Answer(201, "ETag: \"1\"", "{}");
        answers(database, NOON).keep(mine.id(), answer);

        assertThat(answers(database, NOON.plus(Duration.ofHours(23))).claim(token, "key", "request"))
                .isEqualTo(new Claim.Done(answer));
        assertThat(answers(database, NOON.plus(Duration.ofHours(25))).claim(token, "key", "request"))
                .isInstanceOf(Claim.Mine.class);
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void whatWasDoneIsAnsweredAlsoWhereThereIsNoRoomForAnotherKey(TestDatabase database) {
        long token = token(database);
        KeptAnswers answers = answers(database, NOON);
        KeptAnswers.Answer answer = new KeptAnswers.Answer(201, "", "{}");
        answers.keep(((Claim.Mine) answers.claim(token, "key", "request")).id(), answer);
        database.template()
                .batchUpdate(
                        "insert into api_answer (token_id, idempotency_key, request, body, created_at) values (?, ?, '', '', ?)",
                        IntStream.range(1, 20_000)
                                .mapToObj(i -> new Object[] {token, "k" + i, NOON.atOffset(ZoneOffset.UTC)})
                                .toList());

        assertThat(answers.claim(token, "another", "request")).isEqualTo(new Claim.Full());
        assertThat(answers.claim(token, "key", "request")).isEqualTo(new Claim.Done(answer));
    }

    private static long token(TestDatabase database) {
        Tokens tokens = TokensTests.tokens(database, NOON);
        return ((Making.Made) tokens.add("shop", Set.of(Scope.PEOPLE_WRITE), Duration.ofDays(9)))
                .token()
                .id();
    }

    private static KeptAnswers answers(TestDatabase database, Instant now) {
        return new KeptAnswers(database.jdbc(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
