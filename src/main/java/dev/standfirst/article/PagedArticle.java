package dev.standfirst.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds the next page of an article that is cut into several. Only an address that is the article's own with the next
 * page's number counts ({@code /story/2}, {@code /story?page=2}, {@code /story-2.html}): what a page calls "next" is
 * more often the next article.
 */
final class PagedArticle {

    /** Pages of one article that are read at most. */
    static final int MOST = 20;

    private static final Pattern NUMBER =
            Pattern.compile("(?:[/,_-]|/page[/-]|/seite[/-]|[-_]p|[-_]page[-_]?)(\\d{1,2})/?");
    private static final Pattern QUERY = Pattern.compile(
            "(?:.*&)?(?:page|p|pg|seite|pagina|pag|pageno|pagenumber)=(\\d{1,2})(?:&.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFIX = Pattern.compile("(?:\\.[a-z]{3,5}|/)?$");

    private final URI first;
    private final String stem;
    private final String suffix;
    private final String name;

    /**
     * The article whose first page is here.
     *
     * @param first its address
     */
    PagedArticle(URI first) {
        this.first = first;
        String path = String.valueOf(first.getRawPath());
        Matcher end = SUFFIX.matcher(path);
        this.suffix = end.find() ? end.group() : "";
        this.stem = path.substring(0, path.length() - suffix.length());
        this.name = stem.substring(stem.lastIndexOf('/') + 1);
    }

    /**
     * The address of a page that one of these links leads to.
     *
     * @param number of the wanted page, 2 or more
     */
    Optional<URI> page(List<Element> links, int number) {
        String figures = Integer.toString(number);
        for (Element link : links) {
            String written = link.attr("href");
            boolean likely = written.contains(figures) && (written.startsWith("?") || written.contains(name));
            if (likely && isPage(link.absUrl("href"), number)) {
                return Optional.of(URI.create(link.absUrl("href")));
            }
        }
        return Optional.empty();
    }

    private boolean isPage(String text, int number) {
        try {
            URI address = new URI(text);
            return String.valueOf(first.getHost()).equals(address.getHost())
                    && address.getRawFragment() == null
                    && (isPath(String.valueOf(address.getRawPath()), number) || isQuery(address, number));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean isPath(String path, int number) {
        if (stem.length() < 2 || !path.startsWith(stem)) {
            return false;
        }
        String rest = path.substring(stem.length());
        String bare =
                !suffix.isEmpty() && rest.endsWith(suffix) ? rest.substring(0, rest.length() - suffix.length()) : rest;
        return isNumber(NUMBER.matcher(bare), number);
    }

    private boolean isQuery(URI address, int number) {
        return String.valueOf(first.getRawPath()).equals(address.getRawPath())
                && address.getRawQuery() != null
                && isNumber(QUERY.matcher(address.getRawQuery()), number);
    }

    private static boolean isNumber(Matcher matcher, int number) {
        return matcher.matches() && Integer.parseInt(matcher.group(1)) == number;
    }
}
