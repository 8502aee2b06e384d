package dev.standfirst.browser;

import java.awt.image.BufferedImage;
import java.util.BitSet;
import tools.jackson.databind.JsonNode;

/**
 * What a browser marks of a page. No interface tells, so the picture does: the place is painted in a colour of its own,
 * and each character of the page is looked up in the picture, in the middle of the box that it stands in.
 *
 * @param page the characters of the page in the order of its source, without white space and what has no width of its
 *     own
 * @param marked which of them are marked
 */
public record Highlight(String page, BitSet marked) {

    /** Of red and blue at least, and of green at most: shadows and veils lie over it. */
    private static final int MUCH = 0xC0;

    private static final int LITTLE = 0x80;

    /**
     * Run on every page before its own parts: a style that no policy of the page forbids. What waits for a script to be
     * shown is shown.
     */
    static final String PAINT = """
            (() => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(`
                ::target-text, *::target-text { background-color: #f0f !important; color: #f0f !important;
                  -webkit-text-fill-color: #f0f !important; text-shadow: none !important }
                * { animation: none !important; transition: none !important; scroll-behavior: auto !important;
                    pointer-events: auto !important }
                body, main, article, section, p { opacity: 1 !important }`);
              document.adoptedStyleSheets = [sheet];
            })()""";

    /** Looks at the window this often before nothing counts as found. */
    private static final int LOOKS = 12;

    private static final int UNCOVERED = 1;

    /** So many characters may be set in a way that hides the colour. */
    private static final int UNCLEAR = 2;

    /**
     * {@code page}: all characters; {@code at}: number, x and y of each that is to be seen in a stripe of the window,
     * and whether nothing lies over it.
     */
    private static final String CHARACTERS = """
            (top, bottom) => {
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const range = document.createRange(), at = [];
              let page = '';
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                if (/^(SCRIPT|STYLE|NOSCRIPT|TEXTAREA|OPTION)$/.test(node.parentNode.nodeName)) continue;
                range.selectNodeContents(node);
                const box = range.getBoundingClientRect();
                const shown = node.parentNode.checkVisibility({opacityProperty: true, visibilityProperty: true});
                if (!box.width || !box.height || !shown) continue;
                const near = box.bottom > top && box.top < bottom;
                for (let i = 0; i < node.data.length; i++) {
                  if (/[\\s\\p{Z}\\p{Cf}]/u.test(node.data[i])) continue;
                  if (near) {
                    range.setStart(node, i);
                    range.setEnd(node, i + 1);
                    const one = range.getClientRects()[0];
                    if (one && one.width >= 1) {
                      const x = (one.left + one.right) / 2 | 0, y = (one.top + one.bottom) / 2 | 0;
                      at.push(page.length, x, y, document.elementFromPoint(x, y) === node.parentNode ? 1 : 0);
                    }
                  }
                  page += node.data[i];
                }
              }
              return {page, at};
            }""";

    /** What is marked on the page that was just opened, once the browser has searched it. */
    public static Highlight of(Chromium browser) throws Exception {
        BufferedImage picture = browser.picture();
        int[] stripe = stripe(picture);
        for (int look = 1; look < LOOKS && stripe[0] > stripe[1]; look++) {
            browser.evaluate("new Promise(done => setTimeout(done, %d))".formatted(10 * look));
            picture = browser.picture();
            stripe = stripe(picture);
        }
        JsonNode characters = browser.evaluate("(%s)(%d, %d)".formatted(CHARACTERS, stripe[0] - 1, stripe[1] + 1));
        return new Highlight(characters.get("page").asString(), marked(characters.get("at"), picture));
    }

    /** The first and the last row that hold the colour. */
    private static int[] stripe(BufferedImage picture) {
        int[] stripe = {Integer.MAX_VALUE - 1, 0};
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (isMarked(picture, x, y)) {
                    stripe[0] = Math.min(stripe[0], y);
                    stripe[1] = y;
                    break;
                }
            }
        }
        return stripe;
    }

    /** The longest run of characters that are seen in the colour; what lies over the others does not end it. */
    private static BitSet marked(JsonNode at, BufferedImage picture) {
        BitSet longest = new BitSet();
        BitSet run = new BitSet();
        int missed = 0;
        for (int i = 0; i < at.size(); i += 4) {
            if (isMarked(picture, at.get(i + 1).asInt(), at.get(i + 2).asInt())) {
                run.set(at.get(i).asInt());
                missed = 0;
            } else if (at.get(i + 3).asInt() == UNCOVERED && ++missed > UNCLEAR) {
                run = new BitSet();
            }
            longest = run.cardinality() >= longest.cardinality() ? run : longest;
        }
        return longest;
    }

    private static boolean isMarked(BufferedImage picture, int x, int y) {
        if (x < 0 || y < 0 || x >= picture.getWidth() || y >= picture.getHeight()) {
            return false;
        }
        int colour = picture.getRGB(x, y);
        return (colour >> 16 & 0xFF) >= MUCH && (colour >> 8 & 0xFF) <= LITTLE && (colour & 0xFF) >= MUCH;
    }

    /** The marked characters, from the first to the last; empty where none is. */
    public String text() {
        return marked.isEmpty() ? "" : page.substring(marked.nextSetBit(0), marked.length());
    }
}
