package dev.standfirst.web;

import dev.standfirst.consent.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * From where a request comes. Behind a proxy that the settings name it is what that proxy says; nobody else is
 * believed, and nothing else of what a proxy says is looked at.
 */
@Component
public class Callers {

    private static final String SAID = "X-Forwarded-For";
    private static final int LONGEST = 45;

    private final Set<String> proxies;

    Callers(@Value("${standfirst.proxies:}") List<String> proxies) {
        this.proxies = Set.copyOf(proxies);
    }

    /** The network address of who asks. */
    public String network(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        String said = proxies.contains(address) ? last(request.getHeaders(SAID)) : "";
        for (String hop = said; !hop.isEmpty() && proxies.contains(address); ) {
            int comma = hop.lastIndexOf(',');
            String next = hop.substring(comma + 1).strip();
            if (!isAddress(next)) {
                break;
            }
            address = next;
            hop = comma < 0 ? "" : hop.substring(0, comma);
        }
        return address;
    }

    /** Who asks, and what the page showed: the evidence kept with what somebody did. */
    public Visitor visitor(HttpServletRequest request, String words) {
        String agent = request.getHeader("User-Agent");
        return new Visitor(network(request), agent == null ? "" : agent, words);
    }

    private static String last(Enumeration<String> headers) {
        String last = "";
        while (headers.hasMoreElements()) {
            last = headers.nextElement();
        }
        return last;
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST && text.matches("[0-9a-fA-F:.]*[:.][0-9a-fA-F:.]*");
    }
}
