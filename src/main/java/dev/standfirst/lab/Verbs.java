package dev.standfirst.lab;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The verbs of the lab. */
final class Verbs {

    private static final Map<String, Function<LabOptions, LabVerb>> ALL = new TreeMap<>(Map.of(
            "parse", options -> plain(options, new ParseVerb()),
            "decide", options -> plain(options, new DecideVerb()),
            "robots", options -> plain(options, new RobotsVerb()),
            "extract", options -> plain(options, new ExtractVerb()),
            "sanitise", options -> plain(options, new SanitiseVerb()),
            "opml", options -> plain(options, new OpmlVerb()),
            "cluster", options -> plain(options, new ClusterVerb()),
            "split", options -> plain(options, new SplitVerb()),
            "summarise", SummariseVerb::new));

    private Verbs() {}

    static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    static LabVerb make(String name, LabOptions options) {
        Function<LabOptions, LabVerb> maker = ALL.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("the lab has no verb \"%s\"".formatted(name));
        }
        return maker.apply(options);
    }

    private static LabVerb plain(LabOptions options, LabVerb verb) {
        options.allow(Set.of());
        return verb;
    }
}
