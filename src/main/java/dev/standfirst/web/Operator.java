package dev.standfirst.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who runs the program: who sits at this machine and asks it under a name of it. What was passed on by a proxy comes
 * from nobody who sits here.
 */
final class Operator {

    /** Set, to true, on what the operator asks: for routes of other packages that let in others as well. */
    private static final String ATTRIBUTE = "standfirst.operator";

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "standfirst.localhost");

    private static final Pattern LOOPBACK =
            Pattern.compile("127(?:\\.[0-9]{1,3}){3}|::1(?:%.*)?|0:0:0:0:0:0:0:1(?:%.*)?");

    private static final List<String> PASSED_ON = List.of("X-Forwarded-For", "Forwarded");

    private Operator() {}

    /** Whether a request is one of the operator's. */
    static boolean asks(HttpServletRequest request) {
        return usesNameOfThisMachine(request)
                && LOOPBACK.matcher(request.getRemoteAddr()).matches()
                && PASSED_ON.stream().allMatch(name -> request.getHeader(name) == null);
    }

    static boolean usesNameOfThisMachine(HttpServletRequest request) {
        return LOCAL.contains(request.getServerName());
    }

    /** Notes on a request that it is one of the operator's. */
    static void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, true);
    }
}
