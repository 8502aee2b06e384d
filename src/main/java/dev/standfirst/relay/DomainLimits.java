package dev.standfirst.relay;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a recipient domain may be given; 0 stands for no limit.
 *
 * @param perSecond mails in any second, of this process
 * @param perHour mails in any hour, of all processes
 * @param connections mails at a time
 */
record DomainLimits(int perSecond, int perHour, int connections) {

    static final DomainLimits NONE = new DomainLimits(0, 0, 0);

    /** Stands for each domain that is not named, on its own. */
    static final String OTHERS = "*";

    private static final DomainLimits WRONG = new DomainLimits(-1, -1, -1);

    private static final Pattern NAME = Pattern.compile("\\*|[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){1,20}");
    private static final Pattern LIMIT = Pattern.compile("([1-9][0-9]{0,6})(/s|/h|x)");

    /**
     * Reads a line: {@code gmail.com 20/s 2000/h 5x, * 10/s}. One line, since the name of an environment variable can
     * hold neither a hyphen nor a star.
     *
     * @param setting its name
     * @throws IllegalArgumentException in words, where it is none
     */
    static Map<String, DomainLimits> parse(String setting, String text) {
        Map<String, DomainLimits> domains = new LinkedHashMap<>();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            String[] words = part.strip().split("\\s+");
            String name = words[0].toLowerCase(Locale.ROOT);
            DomainLimits limits = NONE;
            for (int i = 1; i < words.length; i++) {
                limits = limits.with(LIMIT.matcher(words[i].toLowerCase(Locale.ROOT)));
            }
            boolean wrong = words.length < 2 || !NAME.matcher(name).matches() || limits.equals(WRONG);
            if (wrong || domains.put(name, limits) != null) {
                throw new IllegalArgumentException(
                        ("%s has \"%s\"; a domain, once, and its limits are needed, * for all others:"
                                        + " example.com 20/s 2000/h 5x, * 10/s (5x is five mails at a time)")
                                .formatted(setting, part.strip()));
            }
        }
        return domains;
    }

    /** As they are written. */
    String inWords() {
        return Stream.of(shown(perSecond, "/s"), shown(perHour, "/h"), shown(connections, "x"))
                .filter(limit -> !limit.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String shown(int limit, String unit) {
        return limit == 0 ? "" : limit + unit;
    }

    private DomainLimits with(Matcher limit) {
        if (equals(WRONG) || !limit.matches()) {
            return WRONG;
        }
        int number = Integer.parseInt(limit.group(1));
        return switch (limit.group(2)) {
            case "/s" -> new DomainLimits(number, perHour, connections);
            case "/h" -> new DomainLimits(perSecond, number, connections);
            default -> new DomainLimits(perSecond, perHour, number);
        };
    }
}
