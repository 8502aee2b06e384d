package dev.standfirst.api;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON of the API, strict: no unknown fields, no field twice, no value of another type, nothing deep, and no character
 * that a database cannot keep.
 */
@Component
class ApiJson {

    private static final int DEPTH = 20;
    private static final int NUMBER_LENGTH = 40;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxNumberLength(NUMBER_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withCoercionConfig(
                    LogicalType.Textual,
                    config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    JsonMapper mapper() {
        return mapper;
    }

    /**
     * Reads a body.
     *
     * @throws Refusal where it is no usable JSON
     */
    JsonNode tree(byte[] body) {
        try {
            JsonNode tree = mapper.readTree(body);
            if (tree == null || tree.isMissingNode()) {
                throw Refusal.of(ProblemKind.JSON_WRONG, "The body is empty. Send a JSON object. Nothing was changed.");
            }
            refuseWhatCannotBeKept("", tree);
            return tree;
        } catch (JacksonException e) {
            throw JsonMistakes.explain(e);
        }
    }

    /**
     * The value that a tree stands for.
     *
     * @throws Refusal where it is not of that shape
     */
    <T> T value(JsonNode tree, Class<T> type) {
        try {
            T value = mapper.treeToValue(tree, type);
            if (value == null) {
                throw Refusal.of(ProblemKind.JSON_WRONG, "The body is null. Send a JSON object. Nothing was changed.");
            }
            requireFields(value);
            return value;
        } catch (JacksonException e) {
            throw JsonMistakes.explain(e);
        }
    }

    private static void refuseWhatCannotBeKept(String path, JsonNode node) {
        if (node.isString() && !isKeepable(node.stringValue())) {
            throw Refusal.value(path, "There is a character in it that no text has.");
        }
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            String below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            if (!isKeepable(property.getKey())) {
                throw Refusal.value(path, "There is a field here whose name has a character that no text has.");
            }
            refuseWhatCannotBeKept(below, property.getValue());
        }
        if (node.isArray()) {
            node.forEach(element -> refuseWhatCannotBeKept(path, element));
        }
    }

    /** Neither NUL, which PostgreSQL refuses, nor half a surrogate pair, which is no character. */
    static boolean isKeepable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    private static void requireFields(Object value) {
        if (!value.getClass().isRecord()) {
            return;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            if (read(component, value) == null && !Schemas.isOptional(component)) {
                throw Refusal.value(component.getName(), "The field \"%s\" is needed.".formatted(component.getName()));
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
