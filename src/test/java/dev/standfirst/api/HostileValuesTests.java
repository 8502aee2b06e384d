package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.api.ApiServer.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every place of every route that takes a value is given hostile ones: the API answers, and never with 500. */
class HostileValuesTests {

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "'",
            "\"",
            "' or 'x'='x",
            "1; drop table subscriber --",
            "x' union select secret from vault --",
            "%",
            "_",
            "\\",
            "%00",
            "\u0000",
            "\r\nX-Evil: yes",
            "${7*7}",
            "#{7*7}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../../etc/passwd",
            "\ud83d",
            "\ud83d\ude00",
            "\u202egnp.exe",
            "\ufeff",
            "-1",
            "0",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "NaN",
            "null",
            "true",
            "status:confirmed",
            "status:'",
            "not not not (",
            "((((((((((((((((((((((((((((((a",
            "name:\"a",
            "since>2026-13-45",
            "a".repeat(4000));

    private static final List<String> JSON = List.of(
            "null",
            "0",
            "-1",
            "1e999",
            "9999999999999999999999",
            "true",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"a\": null}");

    @TempDir
    private static Path home;

    private static ApiServer api;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        api = new ApiServer(home);
        document = api.get("/api/v1/openapi.json").json();
        api.post("/api/v1/lists", "{\"name\": \"readers\"}");
        api.post(
                "/api/v1/subscriptions",
                "{\"list\": \"readers\", \"address\": \"ada@example.org\", \"consent\": \"told so\"}");
        api.post("/api/v1/suppressions", "{\"entry\": \"example.net\", \"reason\": \"asked\"}");
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void noParameterBreaksARoute() {
        List<String> broken = new ArrayList<>();
        operations((method, path, operation) -> operation.path("parameters").forEach(parameter -> {
            for (String text : TEXTS) {
                Answer answer = with(method, path, parameter, text);
                if (isBroken(answer) && !isNoPath(parameter, answer)) {
                    broken.add(
                            method + " " + path + " " + parameter.path("name") + "=" + text + ": " + answer.status());
                }
            }
        }));
        assertThat(broken).isEmpty();
    }

    @Test
    void noFieldBreaksARoute() {
        List<String> broken = new ArrayList<>();
        operations((method, path, operation) -> fields(operation).forEach(name -> {
            for (String value : values()) {
                String body = body(operation, name, value);
                Answer answer = api.send(method, filled(path), body, "If-Match: *");
                if (isBroken(answer)) {
                    broken.add(method + " " + path + " " + body + ": " + answer.status());
                }
            }
        }));
        assertThat(broken).isEmpty();
    }

    @Test
    void noBodyBreaksARoute() {
        List<String> broken = new ArrayList<>();
        operations((method, path, operation) -> {
            for (String body : values()) {
                if (operation.has("requestBody") && isBroken(api.send(method, filled(path), body, "If-Match: *"))) {
                    broken.add(method + " " + path + " " + body);
                }
            }
        });
        assertThat(broken).isEmpty();
    }

    /** The web server itself refuses a path with an encoded slash, backslash or NUL, before the program sees it. */
    private static boolean isNoPath(JsonNode parameter, Answer answer) {
        return parameter.path("in").asString().equals("path")
                && answer.status() == 400
                && !answer.http().body().contains("dev.standfirst");
    }

    /** Answers are JSON, and those that refuse are problems. */
    private static boolean isBroken(Answer answer) {
        boolean refused = answer.status() >= 400;
        boolean told = !refused || answer.header("Content-Type").equals("application/problem+json");
        return answer.status() >= 500 || !told || answer.http().body().contains("dev.standfirst");
    }

    private static List<String> values() {
        List<String> values = new ArrayList<>(JSON);
        TEXTS.forEach(text -> values.add(JsonMapper.shared().writeValueAsString(text)));
        return values;
    }

    private static Answer with(String method, String path, JsonNode parameter, String text) {
        String name = parameter.path("name").asString();
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        String body = method.equals("GET") || method.equals("DELETE") ? "" : "{}";
        return switch (parameter.path("in").asString()) {
            case "path" -> api.send(method, filled(path.replace("{" + name + "}", encoded)), body, "If-Match: \"x\"");
            case "query" -> api.send(method, filled(path) + "?" + name + "=" + encoded, body, "");
            default -> {
                String printable = text.replaceAll("[^\\x20-\\x7e]", "?").strip();
                yield api.send(method, filled(path), body, name + ": " + (printable.isEmpty() ? "?" : printable));
            }
        };
    }

    private static String filled(String path) {
        return path.replace("{id}", "999999").replace("{name}", "nobody");
    }

    private static List<String> fields(JsonNode operation) {
        List<String> names = new ArrayList<>();
        schema(operation).path("properties").propertyNames().forEach(names::add);
        return names;
    }

    /** A body with good values but for one. */
    private static String body(JsonNode operation, String name, String value) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        schema(operation).path("properties").properties().forEach(field -> {
            JsonNode examples = field.getValue().path("examples");
            if (examples.isArray() && !field.getKey().equals(name)) {
                body.set(field.getKey(), examples.get(0));
            }
        });
        String rest = body.toString();
        return rest.equals("{}")
                ? "{\"%s\":%s}".formatted(name, value)
                : "{\"%s\":%s,%s".formatted(name, value, rest.substring(1));
    }

    private static JsonNode schema(JsonNode operation) {
        String reference = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asString("");
        return document.path("components").path("schemas").path(reference.replaceFirst(".*/", ""));
    }

    private static void operations(Visit visit) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> visit.to(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())));
    }

    private interface Visit {
        void to(String method, String path, JsonNode operation);
    }
}
