package dev.standfirst.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request reach a route that its token allows. A route that does not say what it needs lets nobody in. */
final class ScopeCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return true;
        }
        Optional<Caller> caller = Caller.of(request);
        boolean ours = method.getBeanType().getPackage() == ScopeCheck.class.getPackage();
        if (!ours && caller.isEmpty()) {
            return true;
        }
        Operation operation = method.getMethodAnnotation(Operation.class);
        if (operation == null || caller.isEmpty()) {
            throw Refusal.of(ProblemKind.NOT_FOUND, "There is nothing here for programs.");
        }
        for (Scope needed : operation.needs()) {
            if (!caller.get().token().allows(needed)) {
                throw Doorkeeper.lacks(needed);
            }
        }
        return true;
    }
}
