package dev.standfirst.api;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON schemas of the records of the API, as the OpenAPI document names them. */
final class Schemas {

    private static final Map<Class<?>, Map<String, Object>> SIMPLE = Map.of(
            String.class, Map.of("type", "string"),
            Instant.class, Map.of("type", "string", "format", "date-time"),
            LocalDate.class, Map.of("type", "string", "format", "date"),
            Boolean.class, Map.of("type", "boolean"),
            boolean.class, Map.of("type", "boolean"),
            Double.class, Map.of("type", "number", "format", "double"),
            Long.class, Map.of("type", "integer", "format", "int64"),
            long.class, Map.of("type", "integer", "format", "int64"),
            Integer.class, Map.of("type", "integer", "format", "int32"),
            int.class, Map.of("type", "integer", "format", "int32"));

    private final Map<String, Object> named = new TreeMap<>();

    /** Whether a field may be null or left out. */
    static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The schemas that were referred to so far, by name. */
    Map<String, Object> named() {
        return named;
    }

    /** The schema of a type; a record is referred to by its name. */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> plain = (Class<?>) type;
        Map<String, Object> simple = SIMPLE.get(plain);
        if (simple != null) {
            return new LinkedHashMap<>(simple);
        }
        if (plain.isEnum()) {
            return new LinkedHashMap<>(Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(plain.getEnumConstants()).map(String::valueOf).toList()));
        }
        if (JsonNode.class.isAssignableFrom(plain)) {
            return new LinkedHashMap<>(Map.of("type", "object", "additionalProperties", true));
        }
        return record(plain.getSimpleName(), plain, Map.of());
    }

    /** Adds what is said of a field or parameter. */
    static void describe(Map<String, Object> schema, AnnotatedElement element) {
        About about = element.getAnnotation(About.class);
        if (about != null) {
            schema.put("description", about.value());
            if (!about.example().isEmpty()) {
                schema.put("examples", List.of(example(about.example(), schema)));
            }
        }
    }

    private Map<String, Object> ofGeneric(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (Collection.class.isAssignableFrom(raw)) {
            return new LinkedHashMap<>(Map.of("type", "array", "items", of(last)));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return new LinkedHashMap<>(Map.of("type", "object", "additionalProperties", of(last)));
        }
        String name = raw.getSimpleName() + "Of" + ((Class<?>) last).getSimpleName();
        return record(name, raw, Map.of(raw.getTypeParameters()[0], last));
    }

    private Map<String, Object> record(String name, Class<?> type, Map<TypeVariable<?>, Type> variables) {
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(name, properties(type, variables));
        }
        return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + name));
    }

    private Map<String, Object> properties(Class<?> type, Map<TypeVariable<?>, Type> variables) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(component.getName(), property(component, variables));
            if (!isOptional(component)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private Map<String, Object> property(RecordComponent component, Map<TypeVariable<?>, Type> variables) {
        Map<String, Object> schema = of(bound(component.getGenericType(), variables));
        if (isOptional(component)) {
            schema = orNull(schema);
        }
        describe(schema, component);
        return schema;
    }

    private static Map<String, Object> orNull(Map<String, Object> schema) {
        if (schema.get("type") instanceof String type) {
            schema.put("type", List.of(type, "null"));
            return schema;
        }
        return new LinkedHashMap<>(Map.of("anyOf", List.of(schema, Map.of("type", "null"))));
    }

    /** A type with the variables of its record replaced: {@code List<T>} of a page. */
    private static Type bound(Type type, Map<TypeVariable<?>, Type> variables) {
        if (type instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof TypeVariable<?> variable) {
            return new Bound(generic.getRawType(), Objects.requireNonNull(variables.get(variable)));
        }
        return type;
    }

    private static Object example(String text, Map<String, Object> schema) {
        if ("string".equals(schema.get("type"))) {
            return text;
        }
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return text;
        }
    }

    /** A generic type with its one argument. */
    private record Bound(Type raw, Type argument) implements ParameterizedType {

        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {argument};
        }

        @Override
        public Type getRawType() {
            return raw;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return null;
        }
    }
}
