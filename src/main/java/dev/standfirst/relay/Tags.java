package dev.standfirst.relay;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Records of the form "v=DMARC1; p=none". */
final class Tags {

    private Tags() {}

    /** Names in lower case and their values; of two of one name the first. */
    static Map<String, String> of(String record) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String part : record.split(";", 50)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                tags.putIfAbsent(name, part.substring(equals + 1).strip());
            }
        }
        return tags;
    }
}
