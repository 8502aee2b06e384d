package dev.standfirst.desk;

import java.util.List;

/** Which paths are the operator's. All of them need somebody who is signed in, but for the ways to sign in. */
final class DeskPaths {

    static final String SIGN_IN = "/sign-in";

    private static final List<String> PARTS =
            List.of("digests", "editions", "runs", "sources", "mailbox", "settings", "sign-in", "sign-out", "overview");

    private DeskPaths() {}

    static boolean include(String path) {
        return path.equals("/")
                || PARTS.stream().anyMatch(part -> path.equals("/" + part) || path.startsWith("/" + part + "/"));
    }

    /** Whether who is not signed in may ask for it. */
    static boolean areOpen(String path) {
        return path.equals(SIGN_IN) || path.startsWith(SIGN_IN + "/");
    }

    /** A path of the desk to lead somebody to; the overview where it is none, or another machine's. */
    static String safe(String path) {
        boolean plain = path.matches("/[A-Za-z0-9/._~?&=%+-]*") && !path.startsWith("//") && path.length() <= 500;
        return plain && include(path.replaceFirst("\\?.*", "")) && !areOpen(path) ? path : "/";
    }
}
