package dev.standfirst.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Spring Security for the desk, and for nothing else: readers' pages and the API look after themselves. Nobody comes in
 * without signing in, and no form without the token of its page; {@link RoleGate} does the rest. Headers are set by the
 * filter that sets them for all pages.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class DeskSecurity {

    private static final String HTMX = "HX-Request";

    @Bean
    SecurityFilterChain desk(HttpSecurity http, Browsers browsers, DeskPages pages) throws Exception {
        return http.securityMatcher(request -> DeskPaths.include(request.getRequestURI()))
                .securityContext(context -> context.securityContextRepository(browsers))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(request -> DeskPaths.areOpen(request.getRequestURI()))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(DeskSecurity::toSignIn)
                        .accessDeniedHandler((request, response, e) -> pages.stale(Call.of(request), response)))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .build();
    }

    /** A cookie of its own, which no script reads: the form holds the token, too. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("standfirst-form");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").httpOnly(true));
        return tokens;
    }

    /** Nobody is signed in: a page leads to the sign-in and back, a part of one has the whole page go there. */
    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        boolean page = request.getMethod().equals("GET") && request.getHeader(HTMX) == null;
        String next = page ? DeskPaths.safe(request.getRequestURI() + query) : "/";
        String to = DeskPaths.SIGN_IN
                + (next.equals("/") ? "" : "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
        if (request.getHeader(HTMX) == null) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", to);
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", to);
        }
    }

    /** Strange addresses end at the desk; other routes judge theirs by themselves. */
    @Bean
    HttpFirewall deskFirewall() {
        StrictHttpFirewall strict = new StrictHttpFirewall();
        return new HttpFirewall() {

            @Override
            public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
                return DeskPaths.include(request.getRequestURI())
                        ? strict.getFirewalledRequest(request)
                        : new FirewalledRequest(request) {
                            @Override
                            public void reset() {
                                // Nothing was changed.
                            }
                        };
            }

            @Override
            public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
                return response;
            }
        };
    }

    /** Names and passwords are tried by the sign-in page; nothing else takes them. */
    @Bean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new BadCredentialsException("sign in by the page");
        };
    }

    /** How Spring MVC comes to the desk's controllers. */
    @Bean
    WebMvcConfigurer deskRoutes(RoleGate gate) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallArgument());
            }
        };
    }
}
