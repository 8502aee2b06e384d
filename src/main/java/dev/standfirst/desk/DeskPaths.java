package dev.standfirst.desk;

import java.util.List;
import java.util.regex.Pattern;

/** Which paths are the operator's. All of them need somebody who is signed in, but for the ways to sign in. */
final class DeskPaths {

    static final String SIGN_IN = "/sign-in";

    private static final List<String> PARTS = List.of(
            "digests",
            "editions",
            "runs",
            "sources",
            "people",
            "suppressed",
            "lists",
            "imports",
            "mailbox",
            "settings",
            "templates",
            "sign-in",
            "sign-out",
            "overview");

    private static final Pattern PLAIN = Pattern.compile(
            "/[A-Za-z0-9_/-]{0,200}(?:\\?[a-z]{1,20}=[A-Za-z0-9_-]{0,100}(?:&[a-z]{1,20}=[A-Za-z0-9_-]{0,100})*+)?");

    private DeskPaths() {}

    static boolean include(String path) {
        return path.equals("/")
                || PARTS.stream().anyMatch(part -> path.equals("/" + part) || path.startsWith("/" + part + "/"));
    }

    /** Whether who is not signed in may ask for it. */
    static boolean areOpen(String path) {
        return path.equals(SIGN_IN) || path.startsWith(SIGN_IN + "/");
    }

    /** A plain path of the desk to lead somebody to; the overview where it is none, or anything else is in it. */
    static String safe(String path) {
        boolean plain = PLAIN.matcher(path).matches();
        return plain && include(path.replaceFirst("\\?.*", "")) && !areOpen(path) ? path : "/";
    }
}
