package dev.standfirst.bounce;

import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider's message as it came.
 *
 * @param headers names in lower case
 * @param body as UTF-8; signatures are over these bytes
 */
record HookRequest(Map<String, String> headers, String body) {

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The body as JSON; empty where it is none. */
    Optional<JsonNode> json() {
        return json(body);
    }

    static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JsonMapper.shared().readTree(text)).filter(JsonNode::isContainer);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** A text of a JSON object; empty where it is none. */
    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }
}
