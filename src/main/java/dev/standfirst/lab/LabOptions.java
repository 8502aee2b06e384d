package dev.standfirst.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of a verb: {@code --name NUMBER}. */
final class LabOptions {

    private final Map<String, String> values = new HashMap<>();

    LabOptions(List<String> words) {
        for (int i = 0; i < words.size(); i += 2) {
            if (!words.get(i).startsWith("--") || i + 1 == words.size()) {
                throw new IllegalArgumentException("\"%s\" is not an option with a value".formatted(words.get(i)));
            }
            values.put(words.get(i).substring(2), words.get(i + 1));
        }
    }

    void allow(Set<String> names) {
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("this verb has no option \"--%s\"".formatted(name));
            }
        }
    }

    int number(String name, int preset) {
        String value = values.getOrDefault(name, Integer.toString(preset));
        if (!value.matches("\\d{1,6}")) {
            throw new IllegalArgumentException("--%s wants a number, not \"%s\"".formatted(name, value));
        }
        return Integer.parseInt(value);
    }
}
