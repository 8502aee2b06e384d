package dev.standfirst.desk;

import dev.standfirst.account.Account;
import dev.standfirst.account.SignIns;
import dev.standfirst.account.SignIns.SignIn;
import dev.standfirst.web.Callers;
import dev.standfirst.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Knows browsers again by a cookie with a secret, so that nobody is signed out by a restart. Every sign-in is a new
 * secret: one that somebody slipped into a browser before is worth nothing after.
 */
@Component
class Browsers implements SecurityContextRepository {

    private static final Duration LIFE = Duration.ofDays(30);

    private final SignIns signIns;
    private final Callers callers;
    private final BrowserCookie cookie;

    Browsers(SignIns signIns, Callers callers, Site site) {
        this.signIns = signIns;
        this.callers = callers;
        this.cookie = new BrowserCookie("standfirst", site);
    }

    /** Who asks, as Spring Security keeps it. */
    private static final class Known extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final transient SignIn signIn;

        Known(SignIn signIn) {
            super(AuthorityUtils.createAuthorityList(
                    "ROLE_" + signIn.account().role().name()));
            this.signIn = signIn;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return signIn.account().name();
        }
    }

    /** Whose request this thread is at work on; empty where nobody is signed in. */
    static Optional<Account> account() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known instanceof Known one ? Optional.of(one.signIn.account()) : Optional.empty();
    }

    /** Signs a browser in. */
    void begin(Account account, HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(signIns::end);
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        String secret = signIns.begin(account, callers.network(request), agent == null ? "" : agent);
        cookie.keep(secret, LIFE, request, response);
    }

    /** Signs it out. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        cookie.read(request).ifPresent(signIns::end);
        cookie.forget(request, response);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {

            private SecurityContext context = new SecurityContextImpl();
            private boolean looked;

            @Override
            public SecurityContext get() {
                if (!looked) {
                    looked = true;
                    cookie.read(request)
                            .flatMap(signIns::of)
                            .ifPresent(found -> context.setAuthentication(new Known(found)));
                }
                return context;
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    @Override
    @SuppressWarnings("deprecation") // asked for by the interface; nothing calls it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Kept when somebody signs in, not by every request.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return cookie.read(request).isPresent();
    }
}
