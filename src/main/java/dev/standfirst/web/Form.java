package dev.standfirst.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What somebody filled in: read by name, each text on one line unless asked for otherwise, and as often as may be. */
public final class Form {

    private static final int MOST_VALUES = 100;

    private final Map<String, String[]> values;

    public Form(HttpServletRequest request) {
        this.values = request.getParameterMap();
    }

    /**
     * The text of a field; empty where the field is missing. Control characters become spaces.
     *
     * @throws BadInput where it is there twice
     */
    public String text(String name) {
        return lines(name).replaceAll("\\p{Cntrl}+", " ").strip();
    }

    /** The same, with its line breaks. */
    public String lines(String name) {
        String[] all = values.getOrDefault(name, new String[0]);
        if (all.length > 1) {
            throw new BadInput("a field is there twice");
        }
        return all.length == 0 ? "" : all[0];
    }

    /** The texts of boxes that may be ticked together. */
    public List<String> all(String name) {
        String[] all = values.getOrDefault(name, new String[0]);
        if (all.length > MOST_VALUES) {
            throw new BadInput("a field is there too often");
        }
        return List.of(all);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    /**
     * One of several values; empty where the field is missing or empty.
     *
     * @throws BadInput where it is another one, which no page of ours offers
     */
    public <T extends Enum<T>> Optional<T> oneOf(String name, Class<T> type) {
        String text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        for (T value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return Optional.of(value);
            }
        }
        throw new BadInput("a field has a value that it does not offer");
    }
}
