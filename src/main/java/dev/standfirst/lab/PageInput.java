package dev.standfirst.lab;

import dev.standfirst.fetch.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** A page as a line gives it: by the path of a file, gzip recognised, or by its bytes in base64. */
final class PageInput {

    private static final int PAGE_BYTES = 50_000_000;

    private PageInput() {}

    static Page read(JsonNode input) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        input.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        List.of(header.getValue().asString(""))));
        return new Page(URI.create(input.path("url").asString("")), headers, body(input), Instant.EPOCH);
    }

    private static byte[] body(JsonNode input) throws IOException {
        if (!input.has("file")) {
            return Base64.getDecoder().decode(input.path("body_b64").asString(""));
        }
        byte[] bytes = Files.readAllBytes(Path.of(input.path("file").asString("")));
        boolean packed = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        if (!packed) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(PAGE_BYTES);
        }
    }
}
