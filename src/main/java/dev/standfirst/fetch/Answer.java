package dev.standfirst.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What a server answered to one request.
 *
 * @param status of HTTP
 * @param headers names in lower case; bytes above ASCII as ISO 8859-1
 * @param body as it came, packed or not; empty unless the status promises the page
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    /** Whether a status promises the page that was asked for. */
    static boolean isPage(int status) {
        return status == 200 || status == 203;
    }

    /** The first value of a header, or an empty string. */
    String header(String name) {
        return headers.getOrDefault(name, List.of("")).get(0);
    }

    /** Where the server sends us; many write UTF-8 here, though HTTP knows only ASCII. */
    String location() {
        String written = header("location");
        byte[] bytes = written.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return written;
        }
    }
}
