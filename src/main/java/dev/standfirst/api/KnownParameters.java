package dev.standfirst.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that a route does not know: a filter with a typing mistake in its name would else be none, and
 * everybody would be in the answer.
 */
final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(Operation.class)) {
            refuseForms(request);
            Set<String> known = of(method);
            parameters(request).forEach((name, values) -> check(name, values, known));
        }
        return true;
    }

    /** Nothing here takes a form, whose fields would be taken for parameters. */
    private static void refuseForms(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/")) {
            throw Refusal.of(
                    ProblemKind.TYPE_WRONG,
                    "Forms are not understood here. Send JSON as application/json. Nothing was changed.");
        }
    }

    /** The parameters that a route knows. */
    static Set<String> of(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.getParameterType() == Paging.class) {
                names.addAll(Paging.PARAMETERS);
            }
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                names.add(Objects.requireNonNull(parameter.getParameter().getName()));
            }
        }
        return names;
    }

    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            throw Refusal.of(
                    ProblemKind.REQUEST_WRONG,
                    "The part after the \"?\" cannot be read: %XX must be UTF-8 in hexadecimal digits. Nothing was changed.");
        }
    }

    private static void check(String name, String[] values, Set<String> known) {
        if (!known.contains(name)) {
            String all = known.isEmpty() ? "none" : String.join(", ", known);
            throw Refusal.of(
                    ProblemKind.PARAMETER_UNKNOWN,
                    name.length() <= 100 ? name : name.substring(0, 100),
                    "There is no parameter %s here. There is: %s. Nothing was changed."
                            .formatted(Refusal.quote(name), all));
        }
        if (values.length > 1) {
            throw Refusal.value(name, "The parameter \"%s\" is given twice. Give it once.".formatted(name));
        }
        if (Arrays.stream(values).anyMatch(value -> !ApiJson.isKeepable(value))) {
            throw Refusal.value(name, "There is a character in it that no text has.");
        }
    }
}
