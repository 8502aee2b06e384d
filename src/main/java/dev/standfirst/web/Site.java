package dev.standfirst.web;

import dev.standfirst.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where this installation is on the web: from its settings alone, never from what a request says of itself. */
@Component
public class Site {

    private static final String STYLES = "standfirst.css";

    private final URI base;
    private final String styles;

    Site(@Value("${standfirst.public-url}") URI publicUrl) {
        String text = publicUrl.toString();
        this.base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        this.styles = "/" + STYLES + "?v=" + Sha256.hex(bytes("/static/" + STYLES));
    }

    /** The host name that readers use. */
    public String host() {
        return String.valueOf(base.getHost());
    }

    /** Whether readers reach it by https. */
    public boolean isSecure() {
        return "https".equals(base.getScheme());
    }

    /** The whole address of a page, for where a path is not enough. */
    public String address(String path) {
        return base + path;
    }

    /** The path of an address of ours; any other address as it is. */
    public String localised(String address) {
        return address.startsWith(base + "/")
                ? address.substring(base.toString().length())
                : address;
    }

    /** Path of the style sheet; another one whenever its content is another, so that browsers may keep it. */
    public String styles() {
        return styles;
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = Site.class.getResourceAsStream(resource)) {
            return Objects.requireNonNull(in, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
