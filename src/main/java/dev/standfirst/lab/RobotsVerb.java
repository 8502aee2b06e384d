package dev.standfirst.lab;

import dev.standfirst.fetch.RobotsTxt;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code {"agent","robots","url"}} to {@code {"allowed","crawl_delay","sitemaps"}}; the delay in seconds. */
final class RobotsVerb implements LabVerb {

    /** What stands before path and query in any address, and these up to the fragment. */
    private static final Pattern PATH = Pattern.compile("(?:[^/?;#]*+:?//)?+[^/?;#]*+([/?;][^#]*+)?+(?:#.*+)?+");

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) {
        RobotsTxt robots = RobotsTxt.parse(input.path("robots").asString("").getBytes(StandardCharsets.UTF_8));
        String agent = input.path("agent").asString("");
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("allowed", robots.allows(agent, path(input.path("url").asString(""))));
        answer.put(
                "crawl_delay",
                robots.crawlDelay(agent)
                        .map(delay -> delay.toMillis() / 1_000.0)
                        .orElse(null));
        answer.put("sitemaps", robots.sitemaps());
        return answer;
    }

    private static String path(String url) {
        Matcher parts = PATH.matcher(url);
        String path = parts.lookingAt() && parts.group(1) != null ? parts.group(1) : "/";
        return path.startsWith("/") ? path : "/" + path;
    }
}
