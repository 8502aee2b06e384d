package dev.standfirst.desk;

import dev.standfirst.web.Site;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Something that a browser keeps for us: no script reads it, and no form of a foreign page brings it along. */
final class BrowserCookie {

    private final String name;
    private final Site site;

    BrowserCookie(String name, Site site) {
        this.name = name;
        this.site = site;
    }

    void keep(String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(name(request), value)
                .httpOnly(true)
                .secure(isSecure(request))
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        keep("", Duration.ZERO, request, response);
    }

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        String wanted = name(request);
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(wanted))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Under its public name a browser is asked to keep it to this host and to https. */
    private String name(HttpServletRequest request) {
        return isSecure(request) ? "__Host-" + name : name;
    }

    private boolean isSecure(HttpServletRequest request) {
        return site.isSecure() && site.host().equalsIgnoreCase(request.getServerName());
    }
}
