package dev.standfirst.source;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The zones that dates name: by offset, by the short names of mail, by the names of the zone database. */
final class DateZones {

    /** Minutes from UTC. Where a name has several meanings, the one of the larger press. */
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("est", -300),
            Map.entry("edt", -240),
            Map.entry("et", -300),
            Map.entry("cst", -360),
            Map.entry("cdt", -300),
            Map.entry("mst", -420),
            Map.entry("mdt", -360),
            Map.entry("pst", -480),
            Map.entry("pdt", -420),
            Map.entry("pt", -480),
            Map.entry("akst", -540),
            Map.entry("akdt", -480),
            Map.entry("hst", -600),
            Map.entry("ast", -240),
            Map.entry("adt", -180),
            Map.entry("nst", -210),
            Map.entry("ndt", -150),
            Map.entry("brt", -180),
            Map.entry("art", -180),
            Map.entry("wet", 0),
            Map.entry("west", 60),
            Map.entry("bst", 60),
            Map.entry("cet", 60),
            Map.entry("cest", 120),
            Map.entry("met", 60),
            Map.entry("mest", 120),
            Map.entry("mez", 60),
            Map.entry("mesz", 120),
            Map.entry("eet", 120),
            Map.entry("eest", 180),
            Map.entry("sast", 120),
            Map.entry("msk", 180),
            Map.entry("trt", 180),
            Map.entry("ist", 330),
            Map.entry("pkt", 300),
            Map.entry("wib", 420),
            Map.entry("hkt", 480),
            Map.entry("sgt", 480),
            Map.entry("awst", 480),
            Map.entry("jst", 540),
            Map.entry("kst", 540),
            Map.entry("acst", 570),
            Map.entry("aest", 600),
            Map.entry("aedt", 660),
            Map.entry("nzst", 720),
            Map.entry("nzdt", 780));

    private static final Pattern OFFSET = Pattern.compile("(?:gmt|utc)?([+-])(\\d{1,2}):?(\\d{2})?");
    private static final int LARGEST = 18 * 60;

    private DateZones() {}

    /** Seconds from UTC of "+01:00", "gmt-5". What is no offset on earth is none. */
    static int offset(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (!offset.matches()) {
            return 0;
        }
        String minutes = offset.group(3);
        int total = Integer.parseInt(offset.group(2)) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
        int signed = offset.group(1).equals("-") ? -total : total;
        return Math.abs(signed) > LARGEST ? 0 : signed * 60;
    }

    static boolean isName(String word) {
        return NAMES.containsKey(word);
    }

    /** Seconds from UTC of a short name. RFC 2822 takes back what RFC 822 said of single letters: they mean nothing. */
    static int named(String word) {
        return NAMES.getOrDefault(word, 0) * 60;
    }

    /**
     * Seconds from UTC of a zone of the database at a moment, or 0 where there is no such zone.
     *
     * @param zone in lower case: "europe/berlin"
     */
    static int region(String zone, long epochSecond) {
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.equalsIgnoreCase(zone)) {
                return offsetAt(ZoneId.of(id), epochSecond);
            }
        }
        return 0;
    }

    private static int offsetAt(ZoneId zone, long localSecond) {
        try {
            return zone.getRules()
                    .getOffset(java.time.LocalDateTime.ofEpochSecond(localSecond, 0, java.time.ZoneOffset.UTC))
                    .getTotalSeconds();
        } catch (DateTimeException e) {
            return 0;
        }
    }
}
