package dev.standfirst.bench;

import dev.standfirst.fetch.HostileServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Web sites that do what they can to hold a reader up, each on a host of its own. */
final class HostileSites {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";
    private static final String FEED = "/feed";
    private static final int LONG = 2_000_000;

    private final Map<String, URI> sites = new LinkedHashMap<>();

    private HostileSites() {}

    /** Opens so many of each of ten kinds; their feeds by what is wrong with them, in one word. */
    static Map<String, URI> open(int ofEach) throws IOException {
        HostileSites hostile = new HostileSites();
        for (int i = 0; i < ofEach; i++) {
            hostile.slow();
            hostile.endless();
            hostile.wrong();
        }
        return Collections.unmodifiableMap(hostile.sites);
    }

    private void slow() throws IOException {
        site("drip", connection -> {
            connection.write(HEAD + "Content-Length: 100000\r\n\r\n");
            connection.drip();
        });
        site("hang", HostileServer.Connection::hang);
    }

    private void endless() throws IOException {
        String items = "<item><title>More and more</title></item>".repeat(200);
        site("endless", connection -> {
            connection.write(HEAD + "Connection: close\r\n\r\n<rss><channel>");
            connection.endlessly(() -> items);
        });
        site("bomb", HostileServer.bomb(100_000, 1));
        site("headers", connection -> {
            connection.write("HTTP/1.1 200 OK\r\n");
            connection.endlessly(() -> "X-More: and more\r\n");
        });
        HostileServer loop = server("loop");
        loop.redirect(FEED, 302, loop.address("/again").toString());
        loop.redirect("/again", 302, loop.address(FEED).toString());
    }

    private void wrong() throws IOException {
        site("reset", connection -> {
            connection.write(HEAD + "Content-Length: 100000\r\n\r\n<rss><channel><item>");
            connection.reset();
        });
        site("length", connection -> {
            connection.write(HEAD + "Content-Length: 100000\r\n\r\n<rss><channel><title>Short</title></channel></rss>");
            connection.end();
        });
        byte[] noise = new byte[LONG];
        new Random(1).nextBytes(noise);
        site("garbage", noise);
        site("deep", ("<rss><channel>" + "<a>".repeat(LONG)).getBytes(StandardCharsets.US_ASCII));
    }

    private void site(String name, byte[] body) throws IOException {
        site(name, connection -> {
            connection.write(HEAD + "Content-Length: " + body.length + "\r\n\r\n");
            connection.write(body);
        });
    }

    private void site(String name, HostileServer.Behaviour behaviour) throws IOException {
        server(name).on(FEED, behaviour);
    }

    private HostileServer server(String name) throws IOException {
        HostileServer server = new HostileServer("127.0.9." + (sites.size() + 1), ServerSocket::new);
        sites.put(sites.containsKey(name) ? name + "-" + sites.size() : name, server.address(FEED));
        return server;
    }
}
