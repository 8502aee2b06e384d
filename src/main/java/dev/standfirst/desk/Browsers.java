package dev.standfirst.desk;

import dev.standfirst.account.Account;
import dev.standfirst.account.SignIns;
import dev.standfirst.account.SignIns.SignIn;
import dev.standfirst.web.Callers;
import dev.standfirst.web.Site;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
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

    private static final String COOKIE = "standfirst";
    private static final Duration LIFE = Duration.ofDays(30);

    private final SignIns signIns;
    private final Callers callers;
    private final Site site;

    Browsers(SignIns signIns, Callers callers, Site site) {
        this.signIns = signIns;
        this.callers = callers;
        this.site = site;
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
        secret(request).ifPresent(signIns::end);
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        String secret = signIns.begin(account, callers.network(request), agent == null ? "" : agent);
        keep(secret, LIFE, request, response);
    }

    /** Signs it out. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        secret(request).ifPresent(signIns::end);
        keep("", Duration.ZERO, request, response);
    }

    private void keep(String secret, Duration life, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name(request), secret)
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** Under its public name a browser is asked to keep it to this host and to https. */
    private String name(HttpServletRequest request) {
        return isSecure(request) ? "__Host-" + COOKIE : COOKIE;
    }

    private boolean isSecure(HttpServletRequest request) {
        return site.isSecure() && site.host().equalsIgnoreCase(request.getServerName());
    }

    private Optional<String> secret(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String name = name(request);
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
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
                    secret(request)
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
        return secret(request).isPresent();
    }
}
