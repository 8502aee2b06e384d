package dev.standfirst.transfer;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Further facts of a person: a JSON object, kept as text without white space. */
final class Attributes {

    /** What there is room for, in characters. */
    static final int LONGEST = 10_000;

    static final String NONE = "{}";

    // Numbers stay as they are written: 1.10 does not become 1.1.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Attributes() {}

    /** The facts in a text, in its order; nothing where it is no JSON object, or has letters that are halves. */
    static Optional<Map<String, JsonNode>> read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            if (!node.isObject()) {
                return Optional.empty();
            }
            Map<String, JsonNode> facts = new LinkedHashMap<>();
            node.properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
            return StandardCharsets.UTF_8.newEncoder().canEncode(write(facts)) ? Optional.of(facts) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The text of facts, in their order. */
    static String write(Map<String, JsonNode> facts) {
        return facts.isEmpty() ? NONE : JSON.writeValueAsString(facts);
    }

    /** Facts that are kept, in their order, with those that are told now: these win. */
    static String merge(String kept, Map<String, JsonNode> told) {
        if (told.isEmpty()) {
            return kept;
        }
        Map<String, JsonNode> all = new LinkedHashMap<>();
        if (!kept.equals(NONE)) {
            all.putAll(read(kept).orElseThrow());
        }
        all.putAll(told);
        return write(all);
    }

    static boolean fit(Map<String, JsonNode> facts) {
        return write(facts).length() <= LONGEST;
    }

    static JsonNode text(String cell) {
        return StringNode.valueOf(cell);
    }

    /** The name under which a cell is kept that could not be read as what its column says. */
    static String name(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
