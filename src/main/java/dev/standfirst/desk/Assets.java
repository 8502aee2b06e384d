package dev.standfirst.desk;

import dev.standfirst.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What pages of the desk load. An address holds the hash of what is there, so that browsers may keep it for ever;
 * nobody has to be signed in for it.
 */
@RestController
class Assets {

    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final int HASH = 16;

    private final byte[] css = bytes("/dev/standfirst/desk/desk.css");
    private final byte[] script = bytes("/dev/standfirst/desk/desk.js");
    private final byte[] htmx = bytes("/META-INF/resources/webjars/htmx.org/2.0.7/dist/htmx.min.js");

    String styles() {
        return address("/desk.css", css);
    }

    String script() {
        return address("/desk.js", script);
    }

    String library() {
        return address("/htmx.js", htmx);
    }

    @GetMapping("/desk.css")
    ResponseEntity<byte[]> css() {
        return ResponseEntity.ok().contentType(CSS).cacheControl(FOR_EVER).body(css);
    }

    @GetMapping("/desk.js")
    ResponseEntity<byte[]> own() {
        return ResponseEntity.ok().contentType(SCRIPT).cacheControl(FOR_EVER).body(script);
    }

    @GetMapping("/htmx.js")
    ResponseEntity<byte[]> htmx() {
        return ResponseEntity.ok().contentType(SCRIPT).cacheControl(FOR_EVER).body(htmx);
    }

    private static String address(String path, byte[] content) {
        return path + "?v=" + Sha256.hex(content).substring(0, HASH);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
