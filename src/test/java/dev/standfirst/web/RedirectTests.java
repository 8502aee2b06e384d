package dev.standfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.StandfirstApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No address of ours leads where a request says: asked of every address that there is, whoever adds one. */
class RedirectTests {

    private static final List<String> ELSEWHERE = List.of(
            "https://elsewhere.example/",
            "//elsewhere.example",
            "///elsewhere.example/%2e%2e",
            "/\\elsewhere.example",
            "\\\\elsewhere.example",
            "/\t/elsewhere.example",
            "http:elsewhere.example",
            "https:/elsewhere.example",
            "//standfirst.localhost@elsewhere.example/",
            "//elsewhere.example#standfirst.localhost",
            "javascript:alert('elsewhere.example')",
            "data:text/html,elsewhere.example",
            "/u/\r\nLocation: https://elsewhere.example/",
            "//elsewhere。example",
            ".elsewhere.example");

    private static final List<String> PARAMETERS =
            List.of("next", "url", "redirect", "return", "continue", "undo", "view");

    @TempDir
    private static Path data;

    private static ConfigurableApplicationContext context;
    private static int port;

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(StandfirstApplication.class)
                .run("--standfirst.data=" + data, "--standfirst.home=" + data, "--server.port=0");
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void noAnswerLeadsElsewhere() throws IOException {
        SortedSet<String> requests = requests();
        assertThat(requests).contains("GET /u/{token}", "POST /u/{token}", "GET /", "GET /nothing");

        for (String request : requests) {
            for (String target : ELSEWHERE) {
                assertThat(head(request, target))
                        .as("%s with %s", request, target)
                        .doesNotContainPattern("(?im)^(location|refresh):.*elsewhere")
                        .doesNotContainPattern("(?m)^HTTP/1.1 5");
            }
        }
    }

    /** "METHOD PATH" of every mapping, and of an address that nobody serves. */
    private static SortedSet<String> requests() {
        SortedSet<String> requests = new TreeSet<>(List.of("GET /nothing", "POST /nothing"));
        RequestMappingHandlerMapping mappings =
                context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                mapping.getMethodsCondition().getMethods().forEach(method -> requests.add(method.name() + " " + path));
            }
        }
        return requests;
    }

    /** Status line and headers of the answer to a request that names the target wherever a request can. */
    private static String head(String request, String target) throws IOException {
        String[] parts = request.split(" ", 2);
        String form =
                PARAMETERS.stream().map(name -> name + "=" + encoded(target)).reduce("a=b", (a, b) -> a + "&" + b);
        String path = parts[1].replaceAll("\\{[^/]*}", encoded(target).replace("+", "%20"));
        String header = target.replaceAll("\\p{Cntrl}", " ");
        return answer("%s %s?%s HTTP/1.1".formatted(parts[0], path, form), header, form)
                + answer("%s %s HTTP/1.1".formatted(parts[0], parts[1].replaceAll("\\{[^/]*}", "1")), header, form)
                + answer(
                        "GET /%s HTTP/1.1"
                                .formatted(encoded(target).replace("%2F", "/").replace("+", "%20")),
                        header,
                        "");
    }

    private static String answer(String line, String header, String form) throws IOException {
        String request = """
                %s
                Host: 127.0.0.1
                Referer: %s
                X-Forwarded-Host: %s
                X-Forwarded-Prefix: %s
                Connection: close
                Content-Type: application/x-www-form-urlencoded
                Content-Length: %d

                %s""".formatted(line, header, header, header, form.length(), form);
        String[] headAndBody = request.split("\n\n", 2);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write((headAndBody[0].replace("\n", "\r\n") + "\r\n\r\n" + headAndBody[1])
                            .getBytes(StandardCharsets.UTF_8));
            String whole = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return whole.split("\r\n\r\n", 2)[0].toLowerCase(Locale.ROOT).replace("http/1.1", "HTTP/1.1") + "\r\n";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
