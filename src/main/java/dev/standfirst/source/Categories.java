package dev.standfirst.source;

import java.util.List;
import java.util.stream.Collectors;

/** What something is filed under, as the database keeps it: a category a line. */
public final class Categories {

    private static final int MOST = 30;
    private static final int LONGEST = 100;

    private Categories() {}

    /** The text to be stored. What is too long for a name is none, and so is what comes after the thirtieth. */
    public static String line(List<String> categories) {
        return categories.stream()
                .map(category -> EntryStore.cut(category, LONGEST + 1)
                        .replaceAll("\\s++", " ")
                        .strip())
                .filter(category -> !category.isEmpty() && category.length() <= LONGEST)
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining("\n"));
    }

    /** The categories of a stored text. */
    public static List<String> of(String stored) {
        return stored.lines().toList();
    }
}
