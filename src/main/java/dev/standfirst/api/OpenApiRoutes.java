package dev.standfirst.api;

import dev.standfirst.api.OpenApi.Route;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Tells single routes for the OpenAPI document. */
final class OpenApiRoutes {

    private static final String JSON = "application/json";
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final List<String> FILES = List.of("text/csv", "text/tab-separated-values");
    private static final int NO_CONTENT = 204;

    private final Schemas schemas;

    OpenApiRoutes(Schemas schemas) {
        this.schemas = schemas;
    }

    /** The kind of things that a route is about. */
    static String tag(Route route) {
        String rest = route.path().substring(Api.V1.length() + 1);
        return rest.endsWith(".json") ? "document" : rest.split("[/.]")[0];
    }

    Map<String, Object> tell(Route route) {
        Operation operation = operation(route);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("tags", List.of(tag(route)));
        told.put("operationId", operationId(route));
        told.put("summary", operation.summary());
        told.put("description", description(operation));
        List<Object> parameters = parameters(route);
        if (!parameters.isEmpty()) {
            told.put("parameters", parameters);
        }
        body(route).ifPresent(body -> told.put("requestBody", body));
        told.put("responses", responses(route, operation));
        told.put("x-scopes", Arrays.stream(operation.needs()).map(Scope::key).toList());
        return told;
    }

    private static Operation operation(Route route) {
        return Objects.requireNonNull(route.handler().getMethodAnnotation(Operation.class), route.path());
    }

    /** The name of the resource and what is done with it: "lists-make", as clients are generated from it. */
    private static String operationId(Route route) {
        return tag(route) + "-" + route.handler().getMethod().getName();
    }

    private static String description(Operation operation) {
        String needs = Arrays.stream(operation.needs()).map(Scope::key).collect(Collectors.joining(", "));
        String scope = needs.isEmpty() ? "" : "Needs " + needs + ".";
        return Stream.of(operation.detail(), scope)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private List<Object> parameters(Route route) {
        List<Object> parameters = new ArrayList<>();
        for (Parameter parameter : route.handler().getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(PathVariable.class)) {
                parameters.add(
                        parameter("path", parameter.getName(), true, schemas.of(parameter.getType()), parameter));
            } else if (parameter.isAnnotationPresent(RequestParam.class)) {
                parameters.add(
                        parameter("query", parameter.getName(), false, schemas.of(parameter.getType()), parameter));
            } else if (parameter.isAnnotationPresent(RequestHeader.class)) {
                parameters.add(header(Versions.IF_MATCH, "The ETag of what was read, or * for any version.", true));
            } else if (parameter.getType() == Paging.class) {
                parameters.addAll(paging());
            }
        }
        if (route.method().equals("post")) {
            parameters.add(header(Replays.HEADER, "A request that is sent again with its key is done once.", false));
        }
        return parameters;
    }

    private static List<Object> paging() {
        return List.of(
                query(Paging.AFTER, "What the page before gave as \"next\".", TEXT),
                query(
                        Paging.LIMIT,
                        "How many things.",
                        Map.of("type", "integer", "minimum", 1, "maximum", Paging.MOST, "default", Paging.USUAL)));
    }

    private static Map<String, Object> query(String name, String description, Map<String, Object> schema) {
        return part("query", name, false, schema, description);
    }

    private static Map<String, Object> header(String name, String description, boolean required) {
        return part("header", name, required, TEXT, description);
    }

    private static Map<String, Object> part(
            String in, String name, boolean required, Map<String, Object> schema, String description) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", name);
        told.put("in", in);
        told.put("required", required);
        told.put("description", description);
        told.put("schema", schema);
        return told;
    }

    private static Map<String, Object> parameter(
            String in, String name, boolean required, Map<String, Object> schema, Parameter parameter) {
        Schemas.describe(schema, parameter);
        Object description = schema.remove("description");
        return part(in, name, required, schema, description == null ? "Which one." : description.toString());
    }

    private Optional<Map<String, Object>> body(Route route) {
        return Arrays.stream(route.handler().getMethod().getParameters())
                .filter(parameter ->
                        parameter.isAnnotationPresent(RequestBody.class) || parameter.getType() == InputStream.class)
                .findFirst()
                .map(this::body);
    }

    private Map<String, Object> body(Parameter parameter) {
        Map<String, Object> content = new TreeMap<>();
        if (parameter.getType() == InputStream.class) {
            FILES.forEach(type -> content.put(type, Map.of("schema", TEXT)));
        } else if (parameter.getType() == MergePatch.class) {
            Map<String, Object> schema = schemas.of(onlyArgument(parameter.getParameterizedType()));
            content.put("application/merge-patch+json", Map.of("schema", schema));
            content.put(JSON, Map.of("schema", schema));
        } else {
            content.put(JSON, Map.of("schema", schemas.of(parameter.getParameterizedType())));
        }
        return new LinkedHashMap<>(Map.of("required", true, "content", content));
    }

    private Map<String, Object> responses(Route route, Operation operation) {
        Map<String, Object> responses = new TreeMap<>();
        responses.put(Integer.toString(operation.answers()), answer(route, operation));
        Arrays.stream(operation.also())
                .forEach(status -> responses.put(Integer.toString(status), answer(route, operation)));
        problems(route, operation).stream().map(ProblemKind::status).forEach(status -> {
            Map<String, Object> told = Map.of("$ref", "#/components/responses/problem-" + status);
            responses.put(Integer.toString(status), told);
        });
        return responses;
    }

    private Map<String, Object> answer(Route route, Operation operation) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("description", operation.answers() == NO_CONTENT ? "Done." : "Done; this is it.");
        if (operation.answers() != NO_CONTENT) {
            Method method = route.handler().getMethod();
            // What returns nothing writes a file.
            told.put(
                    "content",
                    method.getReturnType() == void.class
                            ? Map.of(ExportController.CSV, Map.of("schema", TEXT))
                            : Map.of(JSON, Map.of("schema", answerSchema(method))));
        }
        return told;
    }

    private Map<String, Object> answerSchema(Method method) {
        Type type = method.getGenericReturnType();
        Type body = method.getReturnType() == ResponseEntity.class ? onlyArgument(type) : type;
        return schemas.of(body);
    }

    private static Set<ProblemKind> problems(Route route, Operation operation) {
        Set<ProblemKind> kinds = EnumSet.of(
                ProblemKind.TOKEN_MISSING,
                ProblemKind.TOKEN_WRONG,
                ProblemKind.TOKEN_EXPIRED,
                ProblemKind.TOO_MANY_TRIES,
                ProblemKind.PARAMETER_UNKNOWN,
                ProblemKind.NOT_ACCEPTABLE);
        kinds.addAll(Arrays.asList(operation.problems()));
        if (operation.needs().length > 0) {
            kinds.add(ProblemKind.SCOPE_MISSING);
        }
        if (route.path().contains("{")) {
            kinds.add(ProblemKind.NOT_FOUND);
        }
        for (Parameter parameter : route.handler().getMethod().getParameters()) {
            kinds.addAll(problems(parameter));
        }
        if (route.method().equals("post")) {
            kinds.addAll(Set.of(ProblemKind.KEY_IN_USE, ProblemKind.KEY_REUSED, ProblemKind.KEYS_TOO_MANY));
        }
        return kinds;
    }

    private static Set<ProblemKind> problems(Parameter parameter) {
        if (parameter.isAnnotationPresent(RequestHeader.class)) {
            return Set.of(ProblemKind.VERSION_CHANGED, ProblemKind.VERSION_MISSING);
        }
        return parameter.isAnnotationPresent(RequestBody.class)
                ? Set.of(
                        ProblemKind.JSON_WRONG,
                        ProblemKind.FIELD_UNKNOWN,
                        ProblemKind.VALUE_WRONG,
                        ProblemKind.TOO_LARGE,
                        ProblemKind.TYPE_WRONG)
                : Set.of();
    }

    /** The problems of the API by status, as components that routes refer to. */
    Map<String, Object> problems() {
        Map<String, Object> told = new TreeMap<>();
        Arrays.stream(ProblemKind.values())
                .collect(Collectors.groupingBy(ProblemKind::status))
                .forEach((status, kinds) -> told.put("problem-" + status, problem(kinds)));
        return told;
    }

    private Map<String, Object> problem(List<ProblemKind> kinds) {
        String titles = kinds.stream()
                .map(kind -> "%s (%s)".formatted(kind.title(), kind.type()))
                .collect(Collectors.joining("; "));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("description", titles + ".");
        told.put("content", Map.of("application/problem+json", Map.of("schema", schemas.of(Problem.class))));
        return told;
    }

    private static Type onlyArgument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
