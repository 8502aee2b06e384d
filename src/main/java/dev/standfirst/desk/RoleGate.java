package dev.standfirst.desk;

import dev.standfirst.account.Account;
import dev.standfirst.account.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets somebody into a route of the desk or not, by what the route {@link Needs}. */
@Component
class RoleGate implements HandlerInterceptor {

    private final DeskPages pages;

    RoleGate(DeskPages pages) {
        this.pages = pages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        if (!(handler instanceof HandlerMethod method) || !DeskPaths.include(request.getRequestURI())) {
            return true;
        }
        if (method.hasMethodAnnotation(Everybody.class)) {
            return true;
        }
        Optional<Account> account = Browsers.account();
        if (account.isPresent() && mayUse(account.get(), method, digest(request))) {
            return true;
        }
        pages.forbidden(Call.of(request), response);
        return false;
    }

    /**
     * Whether an account may use a route.
     *
     * @param digest that the path names
     */
    static boolean mayUse(Account account, HandlerMethod route, Optional<String> digest) {
        Needs needs = route.getMethodAnnotation(Needs.class);
        if (needs == null || !account.role().covers(needs.value())) {
            return false;
        }
        return needs.value() != Role.EDITOR || digest.isEmpty() || account.edits(digest.get());
    }

    @SuppressWarnings("unchecked") // what Spring MVC keeps there
    private static Optional<String> digest(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?>
                ? Optional.ofNullable(((Map<String, String>) variables).get("digest"))
                : Optional.empty();
    }
}
