package dev.standfirst.article;

import dev.standfirst.article.Block.Kind;
import dev.standfirst.fetch.Page;
import dev.standfirst.source.Entry;
import dev.standfirst.text.LanguageDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Page → article: parsed once, described, stripped of what is never text, searched for its text, trimmed, sanitised.
 */
public final class ArticleExtractor {

    private static final Pattern CHARSET = Pattern.compile("charset=[\"']?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final double CLEARLY_SHORTER = 0.7;

    private ArticleExtractor() {}

    /** The article of a page; empty where nothing on it reads like one. */
    public static Optional<Article> extract(Page page) {
        Document document = parse(page);
        PageMetadata metadata = PageMetadata.read(document, page);
        Boilerplate.drop(document);
        return ContentFinder.find(document)
                .map(content -> Trimming.trim(Blocks.of(content), metadata.title(), metadata.byline()))
                .filter(blocks -> !blocks.isEmpty())
                .map(blocks -> article(metadata, blocks));
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
        Document document = Jsoup.parseBodyFragment(html, address.toString());
        document.select("script, style").remove();
        List<Block> blocks = Blocks.of(document.body());
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        Article article = article(PageMetadata.of(entry, address), blocks);
        return Optional.of(fullText ? article : article.fromFeed());
    }

    /**
     * The better of a page's article and of what the feed itself gave: the feed's, where the page holds clearly less,
     * as behind a pay wall.
     *
     * @return with title, author and date of the feed where the page names none
     */
    public static Optional<Article> choose(Optional<Article> page, Optional<Article> feed, Entry entry) {
        boolean short_ = page.isPresent()
                && feed.isPresent()
                && page.get().text().length() < feed.get().text().length() * CLEARLY_SHORTER;
        Optional<Article> best = page.isEmpty() || short_ ? feed : page;
        return best.map(article -> article.completedBy(entry));
    }

    private static Document parse(Page page) {
        try {
            return Jsoup.parse(
                    new ByteArrayInputStream(page.body()),
                    charset(page.contentType()),
                    page.address().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
        }
    }

    /** The header's charset; without one, Jsoup looks at byte order mark and meta elements. */
    private static @Nullable String charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() && Charset.isSupported(matcher.group(1)) ? matcher.group(1) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static Article article(PageMetadata metadata, List<Block> blocks) {
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
                HtmlSanitizer.clean(html(blocks), metadata.address()),
                true);
    }

    private static String html(List<Block> blocks) {
        StringBuilder html = new StringBuilder();
        for (Block block : blocks) {
            String tag = tag(block);
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(inner(block))
                    .append("</")
                    .append(tag)
                    .append(">\n");
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

    private static String inner(Block block) {
        Element element = block.element();
        return block.kind() == Kind.ROW || block.kind() == Kind.CODE
                ? org.jsoup.nodes.Entities.escape(block.text())
                : element.html();
    }
}
