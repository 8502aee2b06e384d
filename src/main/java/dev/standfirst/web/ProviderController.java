package dev.standfirst.web;

import dev.standfirst.bounce.Hooks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /hooks/PROVIDER}: what mail providers tell us. Answers with a status and no words. */
@RestController
class ProviderController {

    private static final int LONGEST = 1_000_000;

    private final Hooks hooks;

    ProviderController(Hooks hooks) {
        this.hooks = hooks;
    }

    @PostMapping("/hooks/{provider}")
    ResponseEntity<Void> take(@PathVariable String provider, HttpServletRequest request) throws IOException {
        if (!hooks.isOn(provider)) {
            return ResponseEntity.notFound().build();
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        Hooks.Answer answer = hooks.receive(provider, headers(request), new String(body, StandardCharsets.UTF_8));
        return ResponseEntity.status(
                        switch (answer) {
                            case TAKEN -> HttpStatus.OK;
                            case OFF -> HttpStatus.NOT_FOUND;
                            case LATER -> HttpStatus.SERVICE_UNAVAILABLE;
                            case FORBIDDEN -> HttpStatus.FORBIDDEN;
                            case UNREADABLE -> HttpStatus.BAD_REQUEST;
                        })
                .build();
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        request.getHeaderNames()
                .asIterator()
                .forEachRemaining(name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
        return headers;
    }
}
