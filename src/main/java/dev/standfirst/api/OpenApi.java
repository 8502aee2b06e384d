package dev.standfirst.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /api/v1/openapi.json}: the API as an OpenAPI 3.1 document, made of the routes as they are mapped and of the
 * records that they take and give, so that it cannot tell of what is not there.
 *
 * <p>A generator of others was weighed: it brings a second JSON library and a validator into the server, opens a second
 * address for YAML, and would have to be told of scopes, versions, keys and problems all the same.
 */
@RestController
class OpenApi {

    /** By name, so that a change of the document is a change of the API. */
    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private final String version;

    OpenApi(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes,
            @Value("${spring.application.version}") String version) {
        this.routes = routes;
        this.version = version;
    }

    /** One route of the API. */
    record Route(String path, String method, HandlerMethod handler) {}

    @GetMapping(Api.V1 + "/openapi.json")
    @Operation(
            needs = {},
            summary = "Get this document",
            detail = "Any token will do.")
    ResponseEntity<JsonNode> document() {
        Schemas schemas = new Schemas();
        OpenApiRoutes told = new OpenApiRoutes(schemas);
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        all().forEach(route ->
                paths.computeIfAbsent(route.path(), path -> new TreeMap<>()).put(route.method(), told.tell(route)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("tags", tags());
        document.put("paths", paths);
        document.put("components", components(schemas, told));
        return ResponseEntity.ok(SORTED.valueToTree(document));
    }

    /** Every route of the API, by path and method. */
    List<Route> all() {
        return routes.getObject().getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackage() == OpenApi.class.getPackage())
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream()
                .flatMap(pattern -> info.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .map(method -> new Route(plain(pattern), method.toLowerCase(Locale.ROOT), handler)));
    }

    /** A path without the expressions of its variables. */
    private static String plain(String pattern) {
        return pattern.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    }

    private Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Standfirst");
        info.put("version", version);
        info.put(
                "description",
                "People, digests, editions, runs and sources of a Standfirst installation. Lists come in pages: give \"next\" of one as"
                        + " \"after\" for the next. What can be changed has an ETag; give it as If-Match with a change. A POST"
                        + " with an Idempotency-Key is done once within a day. Problems are told as RFC 9457 wants it.");
        info.put("license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
        return info;
    }

    private static Map<String, Object> components(Schemas schemas, OpenApiRoutes routes) {
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("responses", routes.problems());
        components.put("schemas", schemas.named());
        components.put("securitySchemes", Map.of("token", scheme()));
        return components;
    }

    private List<Map<String, Object>> tags() {
        return all().stream()
                .map(OpenApiRoutes::tag)
                .distinct()
                .sorted()
                .map(tag -> Map.<String, Object>of("name", tag))
                .toList();
    }

    private static Map<String, Object> scheme() {
        String scopes = Stream.of(Scope.values())
                .map(scope -> scope.key() + ": " + scope.words())
                .collect(Collectors.joining(" "));
        Map<String, Object> scheme = new LinkedHashMap<>();
        scheme.put("type", "http");
        scheme.put("scheme", "bearer");
        scheme.put(
                "description",
                "Made by: standfirst tokens add NAME --scope SCOPES. A scope to write holds the one to read. "
                        + scopes);
        return scheme;
    }
}
