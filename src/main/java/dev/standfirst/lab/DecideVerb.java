package dev.standfirst.lab;

import dev.standfirst.fetch.AddressGuard;
import dev.standfirst.fetch.Destination;
import dev.standfirst.fetch.HostName;
import dev.standfirst.fetch.HostNames;
import dev.standfirst.fetch.Trail;
import dev.standfirst.fetch.WebAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code {"url","resolve","redirects"}} to whether the fetcher would go there: {@code refuse}; {@code allow} where the
 * host is a number; {@code pinned} where it is a name, whose one answer is checked and connected to; {@code encoded}
 * where the path holds what a careless client would send as a line break, and it goes out escaped.
 */
final class DecideVerb implements LabVerb {

    private static final Duration NO_WAIT = Duration.ofSeconds(1);
    private static final int NESTED_ESCAPES = 3;

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) throws Exception {
        AddressGuard guard = new AddressGuard(List.of(), names(input.path("resolve")));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        try {
            answer.put("decision", decide(guard, input));
        } catch (IOException e) {
            answer.put("decision", "refuse");
            answer.put("reason", e.getMessage());
        }
        return answer;
    }

    private static String decide(AddressGuard guard, JsonNode input) throws IOException, InterruptedException {
        Trail trail = Trail.from(WebAddress.parse(input.path("url").asString("")));
        Destination destination = guard.admit(trail.address(), NO_WAIT);
        for (JsonNode hop : input.path("redirects")) {
            if (Trail.leadsOn(hop.path("status").asInt(0))) {
                trail = trail.follow(
                        hop.path("status").asInt(0), hop.path("location").asString(""));
                destination = guard.admit(trail.address(), NO_WAIT);
            }
        }
        if (hidesLineBreak(destination.address().target())) {
            return "encoded";
        }
        return destination.address().host().isName() ? "pinned" : "allow";
    }

    /** Also of a character whose lower byte is one: cut to bytes, it would become one. */
    private static boolean hidesLineBreak(String target) {
        String text = target.replace("+", "%2B");
        for (int i = 0; i < NESTED_ESCAPES; i++) {
            try {
                text = URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return false;
            }
            if (text.chars().anyMatch(c -> (c & 0xFF) == '\r' || (c & 0xFF) == '\n')) {
                return true;
            }
            text = text.replace("+", "%2B");
        }
        return false;
    }

    private static HostNames names(JsonNode answers) {
        Map<String, JsonNode> known = new HashMap<>();
        answers.properties().forEach(answer -> known.put(form(answer.getKey()), answer.getValue()));
        return (host, limit) -> {
            List<InetAddress> addresses = new ArrayList<>();
            for (JsonNode address : known.getOrDefault(host, answers.path(host))) {
                addresses.add(InetAddress.getByName(address.asString("")));
            }
            if (addresses.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return addresses;
        };
    }

    /** Name servers know a name in one form, however the line writes it. */
    private static String form(String host) {
        try {
            return HostName.of(host).text();
        } catch (IOException e) {
            return host;
        }
    }
}
