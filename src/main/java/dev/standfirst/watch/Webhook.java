package dev.standfirst.watch;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Troubles as JSON, posted to one address. It comes before letters: where the mail server itself is the trouble, it is
 * what still works. With a secret the body is signed by HMAC-SHA256: {@code Standfirst-Signature: sha256=HEX}.
 */
@Component
@Order(1)
class Webhook implements Channel {

    private static final String ALGORITHM = "HmacSHA256";

    private final WatchSettings settings;
    private final Calls calls;

    Webhook(WatchSettings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    @Override
    public String name() {
        return "WEBHOOK";
    }

    @Override
    public boolean isSet() {
        return settings.hook().isPresent();
    }

    @Override
    public Optional<String> tell(Notice notice) {
        URI address = settings.hook().orElseThrow();
        String body = JsonMapper.shared().writeValueAsString(json(notice));
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Standfirst")
                .POST(BodyPublishers.ofString(body));
        if (!settings.secret().isEmpty()) {
            request.header("Standfirst-Signature", "sha256=" + signature(body));
        }
        return calls.make(request);
    }

    private static Map<String, Object> json(Notice notice) {
        Trouble trouble = notice.trouble();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", notice.id());
        json.put("event", notice.about().name().toLowerCase(Locale.ROOT));
        json.put("kind", trouble.kind().key());
        json.put("subject", trouble.subject());
        json.put("happened", trouble.happened());
        json.put("safe", trouble.safe());
        json.put("remedy", trouble.remedy());
        json.put("began", notice.began().toString());
        notice.over().ifPresent(over -> json.put("over", over.toString()));
        return json;
    }

    private String signature(String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }
}
