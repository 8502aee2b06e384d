package dev.standfirst.lab;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The verbs of the lab. */
final class Verbs {

    private static final Map<String, Function<LabOptions, LabVerb>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("address", options -> plain(options, new AddressVerb())),
            Map.entry("header", options -> plain(options, new HeaderVerb())),
            Map.entry("parse", options -> plain(options, new ParseVerb())),
            Map.entry("decide", options -> plain(options, new DecideVerb())),
            Map.entry("robots", options -> plain(options, new RobotsVerb())),
            Map.entry("extract", options -> plain(options, new ExtractVerb())),
            Map.entry("sanitise", options -> plain(options, new SanitiseVerb())),
            Map.entry("opml", options -> plain(options, new OpmlVerb())),
            Map.entry("cluster", options -> plain(options, new ClusterVerb())),
            Map.entry("split", options -> plain(options, new SplitVerb())),
            Map.entry("due", options -> plain(options, new DueVerb())),
            Map.entry("csv", options -> plain(options, new CsvVerb())),
            Map.entry("csv-export", options -> plain(options, new CsvExportVerb())),
            Map.entry("summarise", SummariseVerb::new)));

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
