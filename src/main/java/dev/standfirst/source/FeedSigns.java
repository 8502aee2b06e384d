package dev.standfirst.source;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a feed's bytes say beside its entries: how long it wants to be left alone ({@code ttl}, {@code skipHours},
 * {@code skipDays}, {@code sy:updatePeriod}), and whether it came whole. Read without a parser, so that it holds for
 * feeds that are broken.
 *
 * @param rest least time until it says something new, or zero where it does not say
 * @param quiet hours and days in which it does not want to be asked
 * @param whole false where it ends in the middle
 */
record FeedSigns(Duration rest, QuietHours quiet, boolean whole) {

    /** Of what is no feed: it says nothing of the kind. */
    static final FeedSigns NONE = new FeedSigns(Duration.ZERO, QuietHours.NONE, true);

    private static final String NAME = "(?:[\\w.-]{1,40}:)?";
    private static final Pattern ITEM = Pattern.compile("<" + NAME + "(?:item|entry)[\\s>]");
    private static final Pattern END = Pattern.compile("</" + NAME + "(?:rss|feed|rdf|channel)\\s{0,20}>");
    private static final Pattern TTL = Pattern.compile("<ttl>\\s{0,40}(\\d{1,7})");
    private static final Pattern PERIOD = Pattern.compile("updateperiod>\\s{0,40}(hourly|daily|weekly|monthly|yearly)");
    private static final Pattern FREQUENCY = Pattern.compile("updatefrequency>\\s{0,40}(\\d{1,5})");
    private static final Pattern HOUR = Pattern.compile("<hour>\\s{0,40}(\\d{1,2})\\s{0,40}</hour>");
    private static final Pattern DAY = Pattern.compile("<day>\\s{0,40}([a-z]{6,9})\\s{0,40}</day>");
    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));
    private static final int HEAD = 100_000;

    /** Reads them. */
    static FeedSigns of(byte[] body) {
        String text = text(body);
        if (text.startsWith("{")) {
            return new FeedSigns(Duration.ZERO, QuietHours.NONE, text.endsWith("}"));
        }
        String channel = channel(text);
        Duration ttl = Duration.ofMinutes(number(TTL, channel, 0));
        Duration period = period(channel);
        QuietHours quiet = new QuietHours(hours(channel), days(channel));
        return new FeedSigns(ttl.compareTo(period) > 0 ? ttl : period, quiet, isWhole(text));
    }

    /** Lower case, one char a byte: enough for the ASCII that is looked for. UTF-16 loses its zeros. */
    private static String text(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String bytes = text.indexOf('\0') >= 0 ? text.replace("\0", "") : text;
        return bytes.replaceFirst("^(?:\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** What stands before the first entry and after the last: entries may quote anything. */
    private static String channel(String text) {
        Matcher item = ITEM.matcher(text);
        int first = item.find() ? item.start() : text.length();
        int last = Math.max(text.lastIndexOf("</item"), text.lastIndexOf("</entry"));
        String tail = last < first ? "" : text.substring(Math.max(last, text.length() - HEAD));
        return text.substring(0, Math.min(first, HEAD)) + tail;
    }

    private static Duration period(String channel) {
        Matcher period = PERIOD.matcher(channel);
        return period.find()
                ? PERIODS.getOrDefault(period.group(1), Duration.ZERO)
                        .dividedBy(Math.max(1, number(FREQUENCY, channel, 1)))
                : Duration.ZERO;
    }

    private static int hours(String channel) {
        int bits = 0;
        Matcher hour = HOUR.matcher(section(channel, "skiphours"));
        while (hour.find()) {
            bits |= 1 << Integer.parseInt(hour.group(1)) % 24;
        }
        return bits;
    }

    private static int days(String channel) {
        int bits = 0;
        Matcher name = DAY.matcher(section(channel, "skipdays"));
        while (name.find()) {
            for (DayOfWeek day : DayOfWeek.values()) {
                bits |= day.name().equalsIgnoreCase(name.group(1)) ? 1 << (day.getValue() - 1) : 0;
            }
        }
        return bits;
    }

    private static String section(String channel, String name) {
        int start = channel.indexOf("<" + name + ">");
        int end = channel.indexOf("</" + name + ">", Math.max(0, start));
        return start < 0 || end < 0 ? "" : channel.substring(start, end);
    }

    private static int number(Pattern pattern, String channel, int missing) {
        Matcher matcher = pattern.matcher(channel);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : missing;
    }

    /** The feed's own end stands behind the beginning of its last entry. */
    private static boolean isWhole(String text) {
        int end = -1;
        for (Matcher matcher = END.matcher(text); matcher.find(); ) {
            end = matcher.start();
        }
        return end >= 0 && !ITEM.matcher(text).region(end, text.length()).find();
    }
}
