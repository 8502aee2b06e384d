package dev.standfirst.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;

/**
 * Which page is wanted. Pages are keyed by the last thing of the page before, never by its place in the list, so that
 * deep pages cost as much as the first one and nothing is missed or told twice when the list changes.
 *
 * @param limit how many things, 1 to 500
 * @param after key of the last thing of the page before, empty for the first page
 * @param path of the request
 * @param others its other parameters
 * @param cursors make what is given out as the key of the next page
 */
record Paging(int limit, String after, String path, Map<String, String> others, Cursors cursors) {

    static final String LIMIT = "limit";
    static final String AFTER = "after";
    static final List<String> PARAMETERS = List.of(AFTER, LIMIT);
    static final int USUAL = 50;
    static final int MOST = 500;

    static Paging of(HttpServletRequest request, Cursors cursors) {
        Map<String, String> others = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> others.put(name, values[0]));
        String limit = others.remove(LIMIT);
        String after = others.remove(AFTER);
        String path = request.getRequestURI();
        return new Paging(
                limit == null ? USUAL : limit(limit),
                after == null || after.isEmpty() ? "" : cursors.read(path, after),
                path,
                others,
                cursors);
    }

    private static int limit(String text) {
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST) {
            throw Refusal.value(
                    LIMIT, "The limit is a number from 1 to 500. %s is not.".formatted(Refusal.quote(text)));
        }
        return number;
    }

    /** How many to look up: one more than wanted, which tells whether there is a next page. */
    int rows() {
        return limit + 1;
    }

    /** The key, where keys are numbers; {@code first} for the first page. */
    long number(long first) {
        return after.isEmpty() ? first : Long.parseLong(after);
    }

    /**
     * Answers with a page.
     *
     * @param rows {@link #rows()} things at most
     * @param key of a thing
     * @param view what is told of it
     */
    <R, V> ResponseEntity<Page<V>> answer(List<R> rows, Function<R, String> key, Function<R, V> view) {
        List<R> shown = rows.subList(0, Math.min(limit, rows.size()));
        List<V> items = shown.stream().map(view).toList();
        if (rows.size() <= limit) {
            return ResponseEntity.ok(new Page<>(items, null));
        }
        String next = cursors.of(path, key.apply(shown.get(shown.size() - 1)));
        return ResponseEntity.ok()
                .header("Link", "<%s>; rel=\"next\"".formatted(link(next)))
                .body(new Page<>(items, next));
    }

    /** The same for things that are all in memory, in the order of their keys. */
    <R, V> ResponseEntity<Page<V>> cut(List<R> all, Function<R, String> key, Function<R, V> view) {
        List<R> rest = all.stream()
                .dropWhile(thing -> !after.isEmpty() && key.apply(thing).compareTo(after) <= 0)
                .limit(rows())
                .toList();
        return answer(rest, key, view);
    }

    private String link(String next) {
        Map<String, String> parameters = new TreeMap<>(others);
        parameters.put(LIMIT, Integer.toString(limit));
        parameters.put(AFTER, next);
        return path
                + parameters.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
