package dev.standfirst.subscriber;

import dev.standfirst.subscriber.Condition.Attribute;
import dev.standfirst.subscriber.Condition.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Patterns of SQL for one member of a JSON object that was written without white space, in small letters. */
final class JsonPattern {

    private static final Pattern BARE = Pattern.compile("true|false|null|-?[0-9]{1,18}(\\.[0-9]{1,18})?");

    private JsonPattern() {}

    /** One of them matches the object that has it: first or later, as a text or, where it can be one, as a number. */
    static List<String> of(Attribute attribute) {
        List<String> members = new ArrayList<>();
        String name = json(attribute.name()) + ":";
        String value = json(attribute.wanted().text());
        if (attribute.wanted().match() == Match.BEGINNING) {
            boolean any = attribute.wanted().text().isEmpty();
            members.add(any ? name : name + value.substring(0, value.length() - 1));
        } else {
            members.add(name + value);
            String bare = attribute.wanted().text().toLowerCase(Locale.ROOT);
            if (BARE.matcher(bare).matches()) {
                members.add(name + bare + ",");
                members.add(name + bare + "}");
            }
        }
        return members.stream()
                .flatMap(member -> List.of("%{" + member + "%", "%," + member + "%").stream())
                .toList();
    }

    private static String json(String text) {
        return FilterSql.escaped(JsonMapper.shared().writeValueAsString(text).toLowerCase(Locale.ROOT));
    }
}
