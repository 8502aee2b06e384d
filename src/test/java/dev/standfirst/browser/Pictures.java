package dev.standfirst.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Pictures of pages, each judged by axe and by whether it is wider than its window. */
public final class Pictures {

    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final int[] WIDTHS = {1280, 375};
    private static final int HEIGHT = 800;

    private static final String ALL = "'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'";

    /** A dark page differs from the light one in its colours alone. */
    private static final String OF_COLOURS = "'color-contrast', 'link-in-text-block'";

    /** What axe says: rule, element and what it misses, a line each. */
    private static final String JUDGE = """
            axe.run(document, {runOnly: [%s], iframes: false})
               .then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
                     rule.id + ' ' + node.target + ': ' + node.failureSummary.replace(/\\s+/g, ' '))))
            """;

    private final Chromium browser;
    private final Path folder;
    private final String axe;
    private final List<String> found = new ArrayList<>();

    /** Makes one that keeps its pictures in a folder. */
    public Pictures(Chromium browser, Path folder) throws IOException {
        this.browser = browser;
        this.folder = Files.createDirectories(folder);
        try (InputStream in = Pictures.class.getResourceAsStream(AXE)) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Takes the page that is open on a desk and on a phone, light and dark; the window is that of a desk then. */
    public void takeAll(String name) throws Exception {
        for (int width : WIDTHS) {
            for (boolean dark : new boolean[] {false, true}) {
                browser.window(width, HEIGHT, dark);
                take("%s-%d-%s".formatted(name, width, dark ? "dark" : "light"), dark ? OF_COLOURS : ALL);
            }
        }
        browser.window(WIDTHS[0], HEIGHT, false);
    }

    /** Takes the page that is open as it is. */
    public void take(String name) throws Exception {
        take(name, ALL);
    }

    private void take(String name, String rules) throws Exception {
        Files.write(folder.resolve(name + ".png"), browser.page());
        if (!browser.evaluate("'axe' in window").asBoolean()) {
            browser.evaluate(axe + "; 0");
        }
        for (JsonNode line : browser.evaluate(JUDGE.formatted(rules))) {
            found.add(name + ": " + line.asString());
        }
        if (browser.evaluate("document.documentElement.scrollWidth > window.innerWidth")
                .asBoolean()) {
            found.add(name + ": is wider than the window");
        }
    }

    /** What is wrong with the pages so far, a line each. */
    public List<String> found() {
        return found;
    }
}
