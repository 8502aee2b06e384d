package dev.standfirst.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Many well-behaved web sites on loopback addresses, each with feeds and the pages of their entries: a program of its
 * own, so that its memory, its threads and its work do not count as those of the reader. It prints the addresses of the
 * feeds and takes the number of the next round from its input; in a later round every fifth feed has one more entry, the
 * others answer 304.
 */
final class FeedFarm {

    private static final int THREADS = 64;
    private static final int CHANGED = 5;
    private static final String HTML = "text/html; charset=utf-8";

    private final int entries;
    private final Duration age;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, FeedFarm::daemon);
    private volatile int round = 1;
    private volatile Instant now = Clock.systemUTC().instant();

    private FeedFarm(int entries, Duration age) {
        this.entries = entries;
        this.age = age;
    }

    /**
     * Serves until its input ends.
     *
     * @param args how many hosts, how many feeds on each, how many entries in each, how many days ago the latest came
     *     out, how many hostile sites of each kind join them
     */
    public static void main(String[] args) throws Exception {
        FeedFarm farm = new FeedFarm(Integer.parseInt(args[2]), Duration.ofDays(Long.parseLong(args[3])));
        int port = freePort();
        for (int i = 0; i < Integer.parseInt(args[0]); i++) {
            String host = "127.0.%d.%d".formatted(1 + i / 250, 1 + i % 250);
            farm.open(host, port);
            for (int feed = 0; feed < Integer.parseInt(args[1]); feed++) {
                System.out.printf("good http://%s:%d/feeds/%d%n", host, port, feed);
            }
        }
        HostileSites.open(Integer.parseInt(args[4]))
                .forEach((name, address) -> System.out.printf("%s %s%n", name, address));
        System.out.println("ready");
        farm.followRounds();
        System.exit(0);
    }

    private void followRounds() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            now = Clock.systemUTC().instant();
            round = Integer.parseInt(line);
            System.out.println("ready");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.1.1"))) {
            return socket.getLocalPort();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "farm");
        thread.setDaemon(true);
        return thread;
    }

    private void open(String host, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 256);
        URI site = URI.create("http://%s:%d".formatted(host, port));
        long seed = host.hashCode();
        server.setExecutor(threads);
        server.createContext("/robots.txt", one -> answer(one, "text/plain", "User-agent: *\nDisallow: /private/\n"));
        server.createContext("/feeds/", one -> feed(one, site, seed));
        server.createContext("/articles/", one -> answer(one, HTML, page(seed, path(one))));
        server.start();
    }

    private void feed(HttpExchange exchange, URI site, long seed) throws IOException {
        int feed = Integer.parseInt(path(exchange).substring("/feeds/".length()));
        int extra = feed % CHANGED == 0 ? round - 1 : 0;
        String tag = "\"%d-%d\"".formatted(feed, extra);
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            exchange.close();
        } else {
            answer(exchange, "application/rss+xml", rss(site, seed, feed, extra));
        }
    }

    private String rss(URI site, long seed, int feed, int extra) {
        StringBuilder items = new StringBuilder();
        for (int i = entries + extra; i >= 1; i--) {
            String path = "/articles/%d/%d".formatted(feed, i);
            InventedText text = new InventedText(seed + path.hashCode());
            Instant published =
                    i > entries ? now : now.minus(age).minus(Duration.ofMinutes(20L * (entries - i)));
            items.append("""
                    <item><title>%s</title><link>%s%s</link><guid isPermaLink="false">%d-%d</guid><pubDate>%s</pubDate>
                    <description>%s</description></item>
                    """.formatted(text.headline(), site, path, feed, i, date(published), text.sentences(2)));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Feed %d of %s</title>
                <link>%s/</link><description>Invented</description>
                %s</channel></rss>""".formatted(feed, site.getHost(), site, items);
    }

    private static String date(Instant published) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(published.atOffset(ZoneOffset.UTC));
    }

    private static String page(long seed, String path) {
        InventedText text = new InventedText(seed + path.hashCode());
        String headline = text.headline();
        String lead = text.sentences(2);
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            body.append("<p>").append(text.sentences(4)).append("</p>\n");
        }
        String menu = "<li><a href='/section'>Section</a></li>".repeat(20);
        return """
                <!DOCTYPE html><html lang="en"><head><title>%1$s</title></head><body><nav><ul>%4$s</ul></nav>
                <main><article><h1>%1$s</h1><p>%2$s</p>
                %3$s</article><aside><ul>%4$s</ul></aside></main><footer>All rights invented.</footer></body></html>
                """.formatted(headline, lead, body, menu);
    }

    private static String path(HttpExchange exchange) {
        return exchange.getRequestURI().getPath();
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
