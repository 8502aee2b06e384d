package dev.standfirst.web;

import dev.standfirst.health.Health;
import dev.standfirst.health.Report;
import dev.standfirst.watch.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** {@code /health}: whether what is due goes out, for whoever asks; why not, for who runs the program. */
@RestController
class HealthController {

    private final Health health;

    HealthController(Health health) {
        this.health = health;
    }

    @GetMapping("/health")
    ResponseEntity<String> health(HttpServletRequest request) {
        Report report = health.latest();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", report.isUp() ? "UP" : "DOWN");
        if (Operator.asks(request)) {
            json.put(
                    "troubles",
                    report.troubles().stream().map(HealthController::trouble).toList());
        }
        return ResponseEntity.status(report.isUp() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(JsonMapper.shared().writeValueAsString(json));
    }

    private static Map<String, Object> trouble(Trouble trouble) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", trouble.kind().key());
        json.put("down", trouble.kind().isDown());
        json.put("happened", trouble.happened());
        json.put("safe", trouble.safe());
        json.put("remedy", trouble.remedy());
        return json;
    }
}
