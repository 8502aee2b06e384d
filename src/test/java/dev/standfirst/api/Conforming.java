package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Holds answers against the schemas of the OpenAPI document: fields, those that are needed, and types. */
final class Conforming {

    private final JsonNode schemas;

    Conforming(JsonNode document) {
        this.schemas = document.path("components").path("schemas");
    }

    void check(String schema, JsonNode answer) {
        List<String> slips = new ArrayList<>();
        assertThat(schemas.has(schema)).as(schema).isTrue();
        check(schema, schemas.path(schema), answer, slips);
        assertThat(slips).isEmpty();
    }

    private void check(String place, JsonNode schema, JsonNode value, List<String> slips) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asString().replaceFirst(".*/", "");
            check(place + ">" + name, schemas.path(name), value, slips);
        } else if (schema.has("anyOf")) {
            if (!value.isNull()) {
                check(place, schema.path("anyOf").get(0), value, slips);
            }
        } else if (!typeFits(schema.path("type"), value)) {
            slips.add(place + " is " + value + ", not " + schema.path("type"));
        } else if (value.isObject() && schema.has("properties")) {
            checkFields(place, schema, value, slips);
        } else if (value.isArray()) {
            value.forEach(element -> check(place + "[]", schema.path("items"), element, slips));
        }
    }

    private void checkFields(String place, JsonNode schema, JsonNode value, List<String> slips) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                slips.add(place + " has no " + name.asString());
            }
        });
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            if (schema.path("properties").has(field.getKey())) {
                check(
                        place + "." + field.getKey(),
                        schema.path("properties").path(field.getKey()),
                        field.getValue(),
                        slips);
            } else {
                slips.add(place + " has " + field.getKey());
            }
        }
    }

    private static boolean typeFits(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> typeFits(one, value));
        }
        return switch (type.asString()) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }
}
