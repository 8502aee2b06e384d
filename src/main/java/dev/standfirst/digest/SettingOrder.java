package dev.standfirst.digest;

import java.util.List;
import java.util.Map;

/** In what order a digest file has its settings, where somebody wrote none down: as the README tells them. */
final class SettingOrder {

    private static final Map<String, List<String>> ORDER = Map.of(
            "",
            List.of(
                    "title",
                    "language",
                    "sources",
                    "topics",
                    "words",
                    "without",
                    "memory",
                    "schedule",
                    "window",
                    "length",
                    "audience",
                    "sender",
                    "delivery",
                    "approval",
                    "template",
                    "archive"),
            "sources",
            List.of("name", "feed", "page", "sitemap", "folder", "opml", "topic", "weight"),
            "topics",
            List.of("name", "words", "categories", "weight", "stories"),
            "schedule",
            List.of("time", "zone", "days", "cron", "except", "between", "late", "missed"),
            "length",
            List.of("stories", "top", "top-sentences", "sentences", "brief", "per-source", "per-topic", "least-words"),
            "audience",
            List.of("list", "lists", "seed"),
            "sender",
            List.of("name", "address", "reply-to", "postal"),
            "delivery",
            List.of("doubt", "tries"),
            "approval",
            List.of("ahead", "otherwise"));

    private SettingOrder() {}

    /** The settings that stand before a setting beside it. */
    static List<String> before(String setting) {
        List<String> order = of(YamlTree.parent(setting).replaceFirst("\\[.*", ""));
        return order.subList(0, Math.max(0, order.indexOf(YamlTree.last(setting))));
    }

    /** All settings below one, in order; at the top of a file for an empty name. */
    static List<String> of(String parent) {
        return ORDER.getOrDefault(parent, List.of());
    }
}
