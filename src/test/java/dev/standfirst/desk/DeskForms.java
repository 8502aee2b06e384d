package dev.standfirst.desk;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The pages and forms of the desk, found as somebody finds them who follows every link. */
final class DeskForms {

    private static final String TOKEN = "_csrf";

    private final DeskSite.Browser browser;
    private final Map<String, String> pages = new LinkedHashMap<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();

    private DeskForms(DeskSite.Browser browser) {
        this.browser = browser;
    }

    /**
     * A form with what is in it when its page is opened.
     *
     * @param page that has it
     * @param fields names of fields and of buttons that have one, with their values
     * @param upload whether it takes a file
     */
    record Form(String page, boolean isGet, String action, Map<String, String> fields, boolean upload) {}

    /** One page of each kind, and one form of each kind. */
    static DeskForms of(DeskSite.Browser browser) throws Exception {
        DeskForms found = new DeskForms(browser);
        Deque<String> left = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new HashSet<>(Set.of("/"));
        while (!left.isEmpty()) {
            String path = left.remove();
            for (String link : found.read(path)) {
                if (seen.add(kind(link))) {
                    left.add(link);
                }
            }
        }
        return found;
    }

    List<String> pages() {
        return List.copyOf(pages.values());
    }

    List<Form> forms() {
        return List.copyOf(forms.values());
    }

    /** The links of a page, whose forms are kept. */
    private Set<String> read(String path) throws Exception {
        HttpResponse<String> answer = browser.get(path);
        Set<String> links = new LinkedHashSet<>();
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            return links;
        }
        pages.put(kind(path), path);
        Document page = Jsoup.parse(answer.body());
        page.select("a[href^=/], iframe[src^=/]").stream()
                .map(link -> (link.attr("href") + link.attr("src")).replaceFirst("#.*", ""))
                .filter(link -> DeskPaths.include(link.replaceFirst("[?].*", "")))
                .forEach(links::add);
        for (Element form : page.select("form")) {
            Form one = form(path, form);
            forms.putIfAbsent(one.isGet() + kind(one.action()) + one.fields().keySet(), one);
        }
        return links;
    }

    private static Form form(String page, Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("[name]")) {
            String value = field.is("textarea") ? field.wholeText() : field.is("select") ? chosen(field) : field.val();
            fields.putIfAbsent(field.attr("name"), value);
        }
        fields.remove(TOKEN);
        boolean upload = form.selectFirst("input[type=file]") != null;
        form.select("input[type=file]").eachAttr("name").forEach(fields::remove);
        String action = form.hasAttr("action") ? form.attr("action") : page;
        // A form with a file has its token in its address.
        action = action.replaceFirst("[?]_csrf=.*", "");
        return new Form(page, !form.attr("method").equalsIgnoreCase("post"), action, fields, upload);
    }

    private static String chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        Element first = option == null ? select.selectFirst("option") : option;
        return first == null ? "" : first.val();
    }

    /** Pages that differ in numbers, or in what is searched for, are one kind. */
    private static String kind(String path) {
        List<String> parts = new ArrayList<>(List.of(path.split("[?&]")));
        String bare = parts.remove(0).replaceAll("[0-9]+", "0");
        return bare + parts.stream().map(part -> part.replaceFirst("=.*", "")).toList();
    }
}
