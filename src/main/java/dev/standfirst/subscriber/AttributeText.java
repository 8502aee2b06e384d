package dev.standfirst.subscriber;

import dev.standfirst.text.OneLine;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Attributes as they are kept: names and texts on one line each. */
final class AttributeText {

    // Numbers stay as they are written: 1.10 does not become 1.1.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private AttributeText() {}

    /** The same object without control characters in it. */
    static String tidy(String object) {
        boolean plain = object.indexOf('\\') < 0 && OneLine.of(object).equals(object);
        return plain ? object : JSON.writeValueAsString(tidy(JSON.readTree(object)));
    }

    private static JsonNode tidy(JsonNode node) {
        if (node.isString()) {
            return JSON.getNodeFactory().stringNode(OneLine.of(node.stringValue()));
        }
        if (node.isObject()) {
            ObjectNode tidy = JSON.createObjectNode();
            node.properties().forEach(one -> tidy.set(OneLine.of(one.getKey()), tidy(one.getValue())));
            return tidy;
        }
        if (node.isArray()) {
            ArrayNode tidy = JSON.createArrayNode();
            node.forEach(one -> tidy.add(tidy(one)));
            return tidy;
        }
        return node;
    }
}
