package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.api.ApiServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be used is told as a problem, in words that its caller can act on. */
class BadRequestTests {

    @TempDir
    private static Path home;

    private static ApiServer api;

    @BeforeAll
    static void start() throws IOException {
        api = new ApiServer(home);
        api.post("/api/v1/lists", "{\"name\": \"readers\"}");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"name": "a", "id": 7}                 | field-unknown | id       | There is no field "id" here. There are: name, title, description, joinable. Nothing was changed.
                    {"name": "a", "admin": true}           | field-unknown | admin    | There is no field "admin" here.
                    {"name": "a", "createdAt": "x"}        | field-unknown | createdAt | There is no field "createdAt" here.
                    {"name": "a", "name": "b"}             | json-wrong    | ``       | A field is given twice, line 1
                    {"name": 7}                            | value-wrong   | name     | The field "name" must be a text.
                    {"name": ["a"]}                        | value-wrong   | name     | The field "name" must be a text.
                    {"name": "a", "joinable": "true"}      | value-wrong   | joinable | The field "joinable" must be true or false.
                    {"name": "a", "joinable": 1}           | value-wrong   | joinable | The field "joinable" must be true or false.
                    {"name": null}                         | value-wrong   | name     | The field "name" is needed.
                    {}                                     | value-wrong   | name     | The field "name" is needed.
                    {"name": "Not A Name"}                 | value-wrong   | name     | "Not A Name" is not a name of a list.
                    {"name": "a", "title": "\\u0000"}      | value-wrong   | title    | There is a character in it that no text has.
                    {"name": "a", "title": "\\ud83d"}      | value-wrong   | title    | There is a character in it that no text has.
                    {"name": "a"                           | json-wrong    | ``       | The body is not JSON, line 1
                    {"name": "a"} {}                       | json-wrong    | ``       | The body is not JSON
                    []                                     | value-wrong   | ``       | The body must be an object with fields.
                    "a"                                    | value-wrong   | ``       | The body must be an object with fields.
                    null                                   | json-wrong    | ``       | The body is null.
                    name=a                                 | json-wrong    | ``       | The body is not JSON
                    """)
    void aListThatCannotBeMade(String body, String type, String field, String detail) {
        Answer answer = api.post("/api/v1/lists", body);

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("type")).isEqualTo("urn:standfirst:problem:" + type);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(answer.text("detail")).startsWith(detail).endsWith("Nothing was changed.");
    }

    @Test
    void anEmptyBodyIsTold() {
        Answer answer = api.send("POST", "/api/v1/lists", "", "Content-Type: application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("Nothing was changed.");
    }

    @Test
    void whatIsNestedDeeplyIsRefusedAtOnce() {
        String deep = "{\"name\": \"deep\", \"title\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}";

        Answer answer = api.post("/api/v1/lists", deep);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).startsWith("The body is nested deeper than 20 levels");
    }

    @Test
    void whatIsLargerThanAMegabyteIsRefused() {
        Answer answer = api.post("/api/v1/lists", "{\"name\": \"" + "x".repeat(1_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("type")).isEqualTo("urn:standfirst:problem:too-large");
    }

    @Test
    void aLongTitleIsNotCutSilently() {
        Answer answer = api.post("/api/v1/lists", "{\"name\": \"long\", \"title\": \"" + "x".repeat(201) + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(api.get("/api/v1/lists/long").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    GET    | /api/v1/nothing                 | 404 | not-found
                    GET    | /api/v1/lists/                  | 404 | not-found
                    GET    | /api/v1/lists/nobody            | 404 | not-found
                    GET    | /api/v1/lists/%27%20or%201%3D1  | 404 | not-found
                    GET    | /api/v1/subscribers/x           | 404 | not-found
                    GET    | /api/v1/subscribers/-1          | 404 | not-found
                    GET    | /api/v1/subscribers/99999999999999999999 | 404 | not-found
                    GET    | /api/v1/runs/7                  | 404 | not-found
                    GET    | /api/v1/editions/7              | 404 | not-found
                    GET    | /api/v1/editions/7/deliveries   | 404 | not-found
                    GET    | /api/v1/sources/7               | 404 | not-found
                    GET    | /api/v1/digests/nobody          | 404 | not-found
                    PUT    | /api/v1/lists                   | 405 | method-wrong
                    PATCH  | /api/v1/lists                   | 405 | method-wrong
                    DELETE | /api/v1/runs/7                  | 405 | method-wrong
                    GET    | /api/v1/lists?limit=0           | 400 | value-wrong
                    GET    | /api/v1/lists?limit=501         | 400 | value-wrong
                    GET    | /api/v1/lists?limit=many        | 400 | value-wrong
                    GET    | /api/v1/lists?limit=1&limit=2   | 400 | value-wrong
                    GET    | /api/v1/lists?sort=name         | 400 | parameter-unknown
                    GET    | /api/v1/subscribers?fliter=x    | 400 | parameter-unknown
                    GET    | /api/v1/subscribers?after=x     | 400 | value-wrong
                    GET    | /api/v1/subscribers?filter=((   | 400 | value-wrong
                    GET    | /api/v1/subscribers?filter=%00  | 400 | value-wrong
                    GET    | /api/v1/subscribers?filter=%ff  | 400 |
                    GET    | /api/v1/sources?failing=maybe   | 400 | value-wrong
                    """)
    void aPlaceThatIsNone(String method, String path, int status, String type) {
        Answer answer = api.send(method, path, "", "");

        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        if (type != null) {
            assertThat(answer.text("type")).isEqualTo("urn:standfirst:problem:" + type);
        }
    }

    @Test
    void aMethodThatDoesNothingIsToldWhichDo() {
        assertThat(api.send("DELETE", "/api/v1/lists", "", "").header("Allow")).contains("GET", "POST");
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        Answer answer = api.send("POST", "/api/v1/lists", "name=a", "Content-Type: application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("detail")).contains("application/json");
    }

    @Test
    void anAnswerOfAnotherTypeIsRefused() {
        Answer answer = api.send("GET", "/api/v1/lists/readers", "", "Accept: text/html");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "\"quoted\"", "<script>"})
    void aForeignValueInAProblemIsText(String value) {
        Answer answer = api.post(
                "/api/v1/subscriptions",
                "{\"list\": \"readers\", \"address\": %s, \"consent\": \"told so\"}"
                        .formatted(
                                tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(value)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).startsWith("\"" + value + "\" is not an address: there is no @ in it.");
    }
}
