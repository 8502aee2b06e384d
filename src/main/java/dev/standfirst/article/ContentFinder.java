package dev.standfirst.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Finds the element that holds the article. Two candidates: the place that the page itself names as the article's body,
 * and the place that one gets to by descending from the top, always into the child that holds nearly all of the prose.
 * The first wins where it holds most of what the second does.
 */
final class ContentFinder {

    /** Names for an article's body, strongest first. */
    private static final List<String> CONTAINERS = List.of(
            "[itemprop=articleBody]",
            "[class~=(?i)(article|story|entry|post)[-_]{0,2}(body|content|text)\\b], [id~=(?i)(article|story|entry|post)[-_]{0,2}(body|content|text)\\b]",
            "article",
            "[class~=(?i)^(content|main)[-_]?(body|content|text)?$]",
            "main, [role=main]");

    private static final double DOMINANT = 0.8;
    private static final double ENOUGH = 0.6;

    private final Map<Element, Integer> prose = new HashMap<>();
    private final Element top;

    private ContentFinder(Element top, List<Block> blocks) {
        this.top = top;
        for (Block block : blocks) {
            if (block.isProse()) {
                weigh(block);
            }
        }
    }

    /** The element, or empty where the page holds no prose. */
    static Optional<Element> find(Document document) {
        ContentFinder finder = new ContentFinder(document.body(), Blocks.of(document.body()));
        return finder.prose.isEmpty() ? Optional.empty() : Optional.of(finder.judge());
    }

    private void weigh(Block block) {
        int length = (int) (block.text().length() * (1 - block.linked()));
        for (Element each = block.element(); each != null; each = each.parent()) {
            prose.merge(each, length, Integer::sum);
        }
    }

    private int proseOf(Element element) {
        return prose.getOrDefault(element, 0);
    }

    private Element judge() {
        Element descended = descend();
        for (String container : CONTAINERS) {
            Optional<Element> best = top.select(container).stream()
                    .filter(element -> proseOf(element) >= proseOf(descended) * ENOUGH)
                    .min((a, b) -> Integer.compare(proseOf(b), proseOf(a)));
            if (best.isPresent()) {
                return best.get();
            }
        }
        return descended;
    }

    private Element descend() {
        Element at = top;
        while (true) {
            int enough = (int) (proseOf(at) * DOMINANT);
            Optional<Element> next = at.children().stream()
                    .filter(child -> proseOf(child) > 0 && proseOf(child) >= enough && !isBlockItself(child))
                    .findFirst();
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
    }

    private static boolean isBlockItself(Element element) {
        return element.normalName().equals("p") || element.normalName().equals("li");
    }
}
