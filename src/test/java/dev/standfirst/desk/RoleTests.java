package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the desk with every role, over real HTTP. */
class RoleTests {

    private static final Set<String> OPEN = Set.of("/desk.css", "/desk.js", "/htmx.js");

    @TempDir
    private static Path home;

    private static DeskSite site;

    @BeforeAll
    static void start() throws Exception {
        site = new DeskSite(home);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void everyRouteSaysWhoMayUseIt() {
        routes().forEach((route, method) -> assertThat(
                        method.hasMethodAnnotation(Needs.class) ^ method.hasMethodAnnotation(Everybody.class))
                .as("%s says who may use it", route)
                .isTrue());
    }

    @Test
    void everyRouteLetsInWhomItNeedsAndNobodyElse() throws Exception {
        Map<String, DeskSite.Browser> people = new LinkedHashMap<>();
        people.put("READER", site.signedIn("reader", Role.READER));
        people.put("EDITOR of another", site.signedIn("stranger", Role.EDITOR, "other"));
        people.put("EDITOR", site.signedIn("editor", Role.EDITOR, "none"));
        people.put("OWNER", site.signedIn("boss", Role.OWNER));
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, HandlerMethod> route : routes().entrySet()) {
            Needs needs = route.getValue().getMethodAnnotation(Needs.class);
            for (Map.Entry<String, DeskSite.Browser> person : people.entrySet()) {
                if (needs == null || route.getKey().contains("/settings/me/")) {
                    continue;
                }
                int status = ask(person.getValue(), route.getKey());
                boolean ofDigest = route.getKey().contains("{digest}");
                if ((status != 403) != mayUse(person.getKey(), needs.value(), ofDigest)) {
                    wrong.add("%s: %s got %d".formatted(route.getKey(), person.getKey(), status));
                }
            }
            if (needs != null && ask(site.new Browser(), route.getKey()) / 100 == 2) {
                wrong.add(route.getKey() + " is open to everybody");
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Where a path names no digest, every editor is let in, and finds there what is the editor's. */
    private static boolean mayUse(String who, Role needed, boolean ofDigest) {
        return switch (needed) {
            case READER -> true;
            case EDITOR -> who.equals("EDITOR") || who.equals("OWNER") || (!ofDigest && !who.equals("READER"));
            case OWNER -> who.equals("OWNER");
        };
    }

    /** Of a digest that is not there, so that whoever is let in changes nothing. */
    private static int ask(DeskSite.Browser browser, String route) throws Exception {
        String[] parts = route.split(" ");
        String path = parts[1].replace("{digest}", "none").replaceAll("\\{[a-z]+}", "0");
        return parts[0].equals("GET")
                ? browser.get(path).statusCode()
                : browser.post(path, Map.of()).statusCode();
    }

    /** "GET /runs/{id}" with its method. */
    private static Map<String, HandlerMethod> routes() {
        Map<String, HandlerMethod> routes = new TreeMap<>();
        site.bean(RequestMappingHandlerMapping.class).getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackage().equals(DeskPaths.class.getPackage())) {
                names(info).stream()
                        .filter(name -> OPEN.stream().noneMatch(name::endsWith))
                        .forEach(name -> routes.put(name, method));
            }
        });
        assertThat(routes).hasSizeGreaterThan(30);
        return routes;
    }

    private static List<String> names(RequestMappingInfo info) {
        List<String> names = new ArrayList<>();
        for (RequestMethod method : info.getMethodsCondition().getMethods()) {
            info.getPatternValues().forEach(path -> names.add(method + " " + path));
        }
        return names;
    }
}
