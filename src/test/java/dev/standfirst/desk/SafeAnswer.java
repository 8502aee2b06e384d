package dev.standfirst.desk;

import dev.standfirst.HostileTexts;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What an answer of the desk may be, whatever was sent: no failure, nothing that runs, no way to another site. */
final class SafeAnswer {

    private static final int FAILED = 500;
    private static final int REFUSED = 400;
    private static final int BUSY = 503;
    private static final Set<String> LINKS = Set.of("href", "src", "action", "formaction", "data", "poster", "srcdoc");
    private static final Set<String> NEVER = Set.of("object", "embed", "base", "svg[onload]", "math");

    private SafeAnswer() {}

    /** What is wrong with an answer; nothing where it is safe. */
    static List<String> faults(HttpResponse<String> answer) {
        List<String> faults = new ArrayList<>();
        if (answer.statusCode() >= FAILED && answer.statusCode() != BUSY) {
            faults.add("answers " + answer.statusCode());
        }
        answer.headers()
                .firstValue("Location")
                .filter(place -> !place.startsWith("/") || place.startsWith("//") || place.startsWith("/\\"))
                .ifPresent(place -> faults.add("leads to " + place));
        if (answer.headers().firstValue("Set-Cookie").orElse("").contains(HostileTexts.MARK)) {
            faults.add("sets a cookie of somebody else");
        }
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            page(Jsoup.parse(answer.body()), answer.statusCode(), faults);
        }
        return faults;
    }

    private static void page(Document page, int status, List<String> faults) {
        page.select("script:not([src^=/])").forEach(script -> faults.add("has the script " + script));
        NEVER.forEach(kind -> page.select(kind).forEach(element -> faults.add("has " + element)));
        page.getAllElements().forEach(element -> element.attributes().forEach(one -> attribute(element, one, faults)));
        if (status == REFUSED
                && page.select("[aria-invalid=true], [role=alert], h1").isEmpty()) {
            faults.add("does not say what is wrong");
        }
    }

    private static void attribute(Element element, Attribute one, List<String> faults) {
        String value = one.getValue().strip().replaceAll("[\\x00-\\x20]", "").toLowerCase(Locale.ROOT);
        boolean runs = one.getKey().toLowerCase(Locale.ROOT).startsWith("on");
        boolean leads = LINKS.contains(one.getKey())
                && (value.startsWith("javascript:") || value.startsWith("data:") || value.startsWith("vbscript:"));
        if (runs || leads) {
            faults.add("has %s in %s".formatted(one, element.tagName()));
        }
    }
}
