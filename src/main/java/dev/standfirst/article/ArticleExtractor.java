package dev.standfirst.article;

import dev.standfirst.article.Block.Kind;
import dev.standfirst.fetch.Page;
import dev.standfirst.metadata.PageMetadata;
import dev.standfirst.metadata.PageMetadata.Access;
import dev.standfirst.source.Entry;
import dev.standfirst.text.LanguageDetector;
import dev.standfirst.xml.TolerantXml;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * Page → article: parsed once, described, searched for its text, sanitised. The tree is neither copied nor cut; what is
 * not text is left out.
 */
public final class ArticleExtractor {

    private static final double CLEARLY_SHORTER = 0.7;
    private static final int TEASER = 1_200;

    private ArticleExtractor() {}

    /** The article of a page; empty where nothing on it reads like one. */
    public static Optional<Article> extract(Page page) {
        return extract(page, address -> Optional.empty());
    }

    /**
     * The article of a page and of those that continue it.
     *
     * @param more brings a further page of the same article; empty where it cannot be had, and the article ends there
     * @return empty where nothing on the first page reads like an article
     */
    public static Optional<Article> extract(Page page, Function<URI, Optional<Page>> more) {
        Document document = PageParser.parse(page);
        PageMetadata metadata = PageMetadata.read(document, page);
        ArticleText.Found found = ArticleText.of(document, metadata);
        if (found.blocks().isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>(found.blocks());
        addFurther(page.address(), found.links(), more, blocks);
        return Optional.of(article(metadata, blocks, !isTeaser(metadata, blocks), found.echoes()));
    }

    /**
     * The article that an entry itself holds.
     *
     * @param address of the article
     * @param fullText whether the entry holds all of it, not the summary of a feed
     * @return empty where the entry holds no text
     */
    public static Optional<Article> ofEntry(Entry entry, URI address, boolean fullText) {
        String html = entry.content().isBlank() ? entry.summary() : entry.content();
        Document document = Jsoup.parseBodyFragment(TolerantXml.bounded(html), address.toString());
        List<Block> blocks = PageTree.of(document.body(), false).blocks();
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(article(PageMetadata.of(entry, address), blocks, fullText, ""));
    }

    /**
     * The better of a page's article and of what the feed itself gave: the feed's, where the page holds clearly less,
     * or no more than the lines before a pay wall.
     *
     * @return with title, author and date of the feed where the page names none
     */
    public static Optional<Article> choose(Optional<Article> page, Optional<Article> feed, Entry entry) {
        boolean shorter = page.isPresent() && feed.isPresent() && isShorter(page.get(), feed.get());
        Optional<Article> best = page.isEmpty() || shorter ? feed : page;
        return best.map(article -> article.completedBy(entry));
    }

    private static boolean isShorter(Article page, Article feed) {
        double enough = page.fullText() ? CLEARLY_SHORTER : 1;
        return page.text().length() < feed.text().length() * enough;
    }

    /** Reads on from page to page, as long as each brings text that was not there before. */
    private static void addFurther(
            URI first, List<Element> links, Function<URI, Optional<Page>> more, List<Block> blocks) {
        PagedArticle paged = new PagedArticle(first);
        Set<String> known = new HashSet<>();
        blocks.forEach(block -> known.add(block.text()));
        List<Element> at = links;
        for (int number = 2; number <= PagedArticle.MOST; number++) {
            Optional<Page> next = paged.page(at, number).flatMap(more);
            if (next.isEmpty()) {
                return;
            }
            ArticleText.Found found = found(next.get());
            List<Block> fresh = found.blocks().stream()
                    .filter(block -> known.add(block.text()))
                    .toList();
            if (fresh.stream().noneMatch(Block::isProse)) {
                return;
            }
            blocks.addAll(fresh);
            at = found.links();
        }
    }

    private static ArticleText.Found found(Page page) {
        Document document = PageParser.parse(page);
        return ArticleText.of(document, PageMetadata.read(document, page));
    }

    /** A few lines of an article that the page says must be paid for. */
    private static boolean isTeaser(PageMetadata metadata, List<Block> blocks) {
        return metadata.access() == Access.PAID && Referee.length(blocks) < TEASER;
    }

    private static Article article(PageMetadata metadata, List<Block> blocks, boolean fullText, String echoes) {
        String text = String.join("\n", blocks.stream().map(Block::text).toList());
        Locale language = LanguageDetector.detect(text, metadata.language());
        return new Article(
                metadata.address(),
                metadata.title(),
                metadata.byline(),
                metadata.published(),
                metadata.day(),
                language,
                metadata.site(),
                metadata.excerpt(),
                metadata.image(),
                text,
                html(blocks),
                fullText,
                echoes,
                metadata.categories());
    }

    private static String html(List<Block> blocks) {
        StringBuilder html = new StringBuilder();
        for (Block block : blocks) {
            String tag = tag(block);
            html.append('<').append(tag).append('>');
            if (block.is(Kind.ROW) || block.is(Kind.CODE)) {
                HtmlSanitizer.write(new TextNode(block.text()), html);
            } else {
                block.nodes().forEach(node -> HtmlSanitizer.write(node, html));
            }
            html.append("</").append(tag).append(">\n");
        }
        return html.toString();
    }

    private static String tag(Block block) {
        return switch (block.kind()) {
            case HEADING -> "h2";
            case QUOTE -> "blockquote";
            case CODE -> "pre";
            case ITEM -> "li";
            default -> "p";
        };
    }
}
