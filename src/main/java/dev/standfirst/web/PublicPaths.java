package dev.standfirst.web;

import java.util.List;

/** Which pages are for everybody. */
final class PublicPaths {

    private static final List<String> TREES = List.of("/s/", "/c/", "/p/", "/u/", "/e/", "/a/", "/me/", "/archive/");
    private static final List<String> PAGES = List.of("/me", "/privacy", "/standfirst.css", "/robots.txt");

    /** Tells one word, which no foreign page gains by: whoever watches a machine knows it by its number alone. */
    private static final String HEALTH = "/health";

    /** Pages that any site may show in a frame of its own. */
    private static final String FRAMED = "/s/[a-z0-9-]{1,100}/form";

    private PublicPaths() {}

    static boolean include(String path) {
        return PAGES.contains(path) || TREES.stream().anyMatch(path::startsWith);
    }

    /** What is answered whatever name is asked for. */
    static boolean areUnderAnyName(String path) {
        return path.equals(HEALTH);
    }

    static boolean mayBeFramed(String path) {
        return path.matches(FRAMED);
    }
}
