package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.Golden;
import dev.standfirst.api.OpenApi.Route;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The document that tells the API, and the API itself. */
class OpenApiTests {

    private static final String VERSION = "\"version\" : \"[^\"]+\"";

    @TempDir
    private static Path home;

    private static ApiServer api;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        api = new ApiServer(home);
        document = api.get("/api/v1/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void aParserOfOthersUnderstandsIt() {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(document.toString());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(15);
    }

    @Test
    void itTellsEveryRouteAndNoOther() {
        Set<String> mapped = api.get(OpenApi.class).all().stream()
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> told.add(method + " " + path.getKey())));

        assertThat(told).isEqualTo(mapped);
    }

    @Test
    void namesOfOperationsAreUnique() {
        assertThat(document.findValuesAsString("operationId"))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void everyFieldIsTold() {
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(schema -> schema.getValue()
                        .path("properties")
                        .properties()
                        .forEach(field -> assertThat(
                                        field.getValue().path("description").asString(""))
                                .as(schema.getKey() + "." + field.getKey())
                                .endsWith(".")));
    }

    @Test
    void answersHaveTheFieldsThatItTells() {
        api.post("/api/v1/lists", "{\"name\": \"told\"}");
        String joined = "{\"list\": \"told\", \"address\": \"ada@example.org\", \"consent\": \"told so\"}";
        String place = api.post("/api/v1/subscriptions", joined).header("Location");

        Conforming conforming = new Conforming(document);
        conforming.check("ListView", api.get("/api/v1/lists/told").json());
        conforming.check("PageOfListView", api.get("/api/v1/lists").json());
        conforming.check("ListCounts", api.get("/api/v1/lists/told/counts").json());
        conforming.check("PageOfSubscriberView", api.get("/api/v1/subscribers").json());
        conforming.check(
                "PageOfSubscriptionView", api.get("/api/v1/subscriptions").json());
        conforming.check("SubscriptionView", api.get(place).json());
        conforming.check("Joined", api.post("/api/v1/subscriptions", joined).json());
        conforming.check(
                "PageOfSuppressionView", api.get("/api/v1/suppressions").json());
        conforming.check("PageOfRunView", api.get("/api/v1/runs").json());
        conforming.check("PageOfDigestView", api.get("/api/v1/digests").json());
        conforming.check("Problem", api.get("/api/v1/runs/9").json());
    }

    @Test
    void itIsAsReviewed() {
        String text = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(document)
                .replaceFirst(VERSION, "\"version\" : \"0\"");

        Golden.check(OpenApiTests.class, "openapi.json", text + "\n");
    }

    @Test
    void everyRouteIsDescribed() {
        assertThat(api.get(OpenApi.class).all())
                .extracting(Route::handler)
                .allMatch(handler ->
                        !handler.getMethodAnnotation(Operation.class).summary().isBlank());
    }
}
