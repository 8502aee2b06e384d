package dev.standfirst.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a site asks of robots (RFC 9309). */
public final class RobotsTxt {

    /** No site may slow us down further. */
    static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /** Says nothing: all is allowed. */
    static final RobotsTxt EMPTY = parse(new byte[0]);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}+(?:\\.[0-9]{1,6}+)?+");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z_-]++");
    private static final String ANYBODY = "*";
    private static final int SITEMAPS = 1_000;
    private static final int RULE_BYTES = 200;

    private final List<Group> groups = new ArrayList<>();
    private final List<String> sitemaps = new ArrayList<>();

    private RobotsTxt() {}

    /** Reads a file, whatever is in it; the part beyond 500 KiB is left out. */
    public static RobotsTxt parse(byte[] file) {
        RobotsTxt robots = new RobotsTxt();
        boolean ruled = true;
        for (RobotsLines.Line line : RobotsLines.read(file)) {
            if (line.key() == RobotsLines.Key.AGENT && ruled) {
                robots.groups.add(new Group());
            }
            robots.add(line);
            // Agents in a row share what follows; only a rule ends the row.
            ruled = switch (line.key()) {
                case AGENT -> false;
                case ALLOW, DISALLOW -> true;
                case DELAY, SITEMAP -> ruled;
            };
        }
        return robots;
    }

    private void add(RobotsLines.Line line) {
        if (line.key() == RobotsLines.Key.SITEMAP) {
            if (sitemaps.size() < SITEMAPS) {
                sitemaps.add(line.value());
            }
        } else if (!groups.isEmpty()) {
            groups.get(groups.size() - 1).add(line.key(), line.value());
        }
    }

    /**
     * Whether an agent may fetch a path: the longest rule that fits decides, and of two as long ones the one that
     * allows. Rules for all hold for those whom no group names.
     *
     * @param agent the product token, without version
     * @param path path and query as they are requested; starts with a slash
     */
    public boolean allows(String agent, String path) {
        String asked = RobotsPattern.path(path);
        int allowed = 0;
        int denied = 0;
        for (Group group : groupsFor(agent)) {
            for (Rule rule : group.rules) {
                int length = rule.pattern.length();
                if (length > (rule.allow ? allowed : denied) && rule.pattern.matches(asked)) {
                    allowed = rule.allow ? length : allowed;
                    denied = rule.allow ? denied : length;
                }
            }
        }
        return denied <= allowed;
    }

    /** How long to wait between two requests, at most 30 s, where the site asks for it. */
    public Optional<Duration> crawlDelay(String agent) {
        return groupsFor(agent).stream()
                .flatMap(group -> group.delays.stream())
                .map(delay -> delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay)
                .findFirst();
    }

    /** The sitemaps it names, as written. */
    public List<String> sitemaps() {
        return List.copyOf(sitemaps);
    }

    /** About how many bytes of memory it takes. */
    int weight() {
        return sitemaps.stream().mapToInt(String::length).sum()
                + groups.stream().mapToInt(Group::weight).sum();
    }

    private List<Group> groupsFor(String agent) {
        List<Group> named = named(agent.toLowerCase(Locale.ROOT));
        return named.isEmpty() ? named(ANYBODY) : named;
    }

    private List<Group> named(String agent) {
        return groups.stream().filter(group -> group.agents.contains(agent)).toList();
    }

    private record Rule(boolean allow, RobotsPattern pattern) {}

    /** Agents in a row and the rules below them. */
    private static final class Group {

        private final List<String> agents = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private final List<Duration> delays = new ArrayList<>(1);

        void add(RobotsLines.Key key, String value) {
            switch (key) {
                case AGENT -> agents.add(agent(value));
                case DELAY -> {
                    if (SECONDS.matcher(value).matches()) {
                        delays.add(Duration.ofMillis(Math.round(Double.parseDouble(value) * 1_000)));
                    }
                }
                default -> rule(key == RobotsLines.Key.ALLOW, value);
            }
        }

        private void rule(boolean allow, String value) {
            if (value.isEmpty()) {
                return;
            }
            rules.add(new Rule(allow, RobotsPattern.of(value)));
            int slash = value.lastIndexOf('/');
            if (allow && slash >= 0 && value.startsWith("/index.htm", slash)) {
                // Who allows the index page means the folder, too.
                rules.add(new Rule(true, RobotsPattern.of(value.substring(0, slash + 1) + "$")));
            }
        }

        /** The name up to its first character that no product token has. */
        private static String agent(String value) {
            if (value.equals(ANYBODY) || value.startsWith("* ") || value.startsWith("*\t")) {
                return ANYBODY;
            }
            Matcher token = TOKEN.matcher(value);
            return token.lookingAt() ? token.group().toLowerCase(Locale.ROOT) : "";
        }

        int weight() {
            return agents.size() * RULE_BYTES
                    + rules.stream()
                            .mapToInt(rule -> RULE_BYTES + rule.pattern.length())
                            .sum();
        }
    }
}
