package dev.standfirst.digest;

import dev.standfirst.digest.Digest.Audience;
import dev.standfirst.digest.Digest.Length;
import dev.standfirst.digest.Digest.Sender;
import dev.standfirst.mail.EmailAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the tree of a digest file into a {@link Digest}; what is wrong goes to {@link Problems}. */
final class DigestReader {

    private static final Set<String> KEYS = Set.of(
            "title",
            "language",
            "sources",
            "topics",
            "words",
            "without",
            "schedule",
            "window",
            "memory",
            "length",
            "audience",
            "sender",
            "template",
            "archive",
            "delivery",
            "approval");

    private static final Set<String> LENGTH_KEYS =
            Set.of("stories", "top", "top-sentences", "sentences", "brief", "per-source", "per-topic", "least-words");

    /** Those that the mail has words in. */
    private static final Set<String> LANGUAGES = Set.of("en", "de");

    private static final Pattern LIST_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

    private final String name;
    private final Path home;
    private final Problems problems;

    DigestReader(String name, Path home, Problems problems) {
        this.name = name;
        this.home = home;
        this.problems = problems;
    }

    Digest read(Node root) {
        problems.name(root, "");
        YamlMap file = new YamlMap(root, "the file", KEYS, problems);
        String title = file.required("title");
        YamlMap length = file.map("length", LENGTH_KEYS);
        return new Digest(
                name,
                title,
                language(file),
                sources(file),
                new ScheduleReader(problems).read(file),
                file.span("window"),
                length(length),
                new SelectionReader(problems).read(file, length),
                audience(file),
                sender(file, title),
                file.text("template").orElse("edition"),
                file.flag("archive", true),
                DeliveryReader.delivery(file),
                new DeliveryReader(problems).approval(file));
    }

    private Locale language(YamlMap file) {
        String tag = file.text("language").orElse("en");
        Locale locale = Locale.forLanguageTag(tag);
        if (!LANGUAGES.contains(locale.getLanguage())) {
            problems.add(
                    file.place("language"),
                    "language \"%s\" is none that the mail has words in. Write en or de; articles may be in any language."
                            .formatted(tag));
        }
        return locale;
    }

    private List<SourceSpec> sources(YamlMap file) {
        SourceSpecReader reader = new SourceSpecReader(home, problems);
        List<SourceSpec> sources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<Node> items = file.list("sources");
        for (Node item : items) {
            for (SourceSpec source : reader.read(item)) {
                sources.add(source);
                if (!names.add(source.name())) {
                    problems.add(
                            item,
                            "there are two sources called \"%s\". Give each its own name.".formatted(source.name()));
                }
            }
        }
        if (items.isEmpty()) {
            problems.add(file.place("sources"), "the file names no sources. Add at least one feed or folder.");
        }
        return sources;
    }

    private static Length length(YamlMap length) {
        int stories = length.number("stories", 1, 40, 12);
        return new Length(
                stories,
                length.number("top", 1, 5, Math.min(3, stories)),
                length.number("top-sentences", 1, 5, 3),
                length.number("sentences", 1, 5, 1),
                length.number("brief", 0, 40, 5));
    }

    private Audience audience(YamlMap file) {
        YamlMap audience = file.map("audience", Set.of("list", "lists", "seed"));
        List<String> lists = lists(audience);
        Optional<Path> seed = audience.text("seed").map(home::resolve);
        if (seed.isPresent() && !Files.isRegularFile(seed.get())) {
            problems.add(
                    audience.place("seed"),
                    "seed \"%s\" is not there. Relative paths count from %s."
                            .formatted(audience.text("seed").orElse(""), home));
        }
        return new Audience(lists, seed);
    }

    /** {@code list: one} or {@code lists: [one, another]}; the digest's own name where neither is there. */
    private List<String> lists(YamlMap audience) {
        Set<String> lists = new LinkedHashSet<>();
        audience.text("list").ifPresent(lists::add);
        for (Node one : audience.oneOrMore("lists")) {
            lists.add(one instanceof ScalarNode scalar ? scalar.getValue().strip() : "");
        }
        if (lists.isEmpty()) {
            lists.add(name);
        }
        for (String list : lists) {
            if (!LIST_NAME.matcher(list).matches()) {
                problems.add(
                        audience.place("list"),
                        "list \"%s\" is not a name. Use small letters, digits and dashes.".formatted(list));
            }
        }
        return List.copyOf(lists);
    }

    private Sender sender(YamlMap file, String title) {
        YamlMap sender = file.map("sender", Set.of("name", "address", "reply-to", "postal"));
        String address = sender.required("address");
        checkAddress(sender, "address", address);
        Optional<String> replyTo = sender.text("reply-to");
        replyTo.ifPresent(text -> checkAddress(sender, "reply-to", text));
        return new Sender(
                sender.text("name").orElse(title),
                address,
                replyTo,
                sender.text("postal").orElse(""));
    }

    private void checkAddress(YamlMap sender, String key, String address) {
        if (!address.isEmpty() && EmailAddress.parse(address) instanceof EmailAddress.Parsed.Invalid invalid) {
            problems.add(
                    sender.place(key),
                    "%s \"%s\" is not an email address: %s.".formatted(key, address, invalid.reason()));
        }
    }
}
