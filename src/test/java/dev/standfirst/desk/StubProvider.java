package dev.standfirst.desk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.standfirst.text.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect provider on this machine that says of everybody what a test wants, and takes each code once. */
final class StubProvider implements AutoCloseable {

    static final String CLIENT = "desk of ours";
    static final String SECRET = "50% & more: a+b";

    private final Clock clock;
    private final RSAKey key;
    private final RSAKey foreign;
    private final int port;
    private HttpServer server;

    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Object> token = new ConcurrentHashMap<>();
    private final Map<String, Object> aboutPerson = new ConcurrentHashMap<>();
    private String error = "";
    private boolean signsWithForeignKey;
    private int handedOut;

    StubProvider(Clock clock) throws IOException, JOSEException {
        this.clock = clock;
        this.key = new RSAKeyGenerator(2048).keyID("one").generate();
        this.foreign = new RSAKeyGenerator(2048).keyID("one").generate();
        this.server = open(0);
        this.port = server.getAddress().getPort();
    }

    private HttpServer open(int port) throws IOException {
        HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        opened.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, ofItself()));
        opened.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key).toJSONObject()));
        opened.createContext("/authorize", this::authorize);
        opened.createContext("/token", this::token);
        opened.createContext("/me", exchange -> answer(exchange, 200, aboutPerson));
        opened.start();
        return opened;
    }

    String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** From now on it says this, and nothing else, of whoever signs in; what is said of the token replaces its own. */
    void says(Map<String, ?> claims) {
        token.clear();
        token.putAll(claims);
        aboutPerson.clear();
        error = "";
        signsWithForeignKey = false;
    }

    void saysWhenAsked(Map<String, ?> claims) {
        aboutPerson.putAll(claims);
    }

    void refusesWith(String word) {
        error = word;
    }

    void signsWithAnotherKey() {
        signsWithForeignKey = true;
    }

    void goesAway() {
        server.stop(0);
    }

    void comesBack() throws IOException {
        server = open(port);
    }

    /** A person signs in there; gives the address that the browser is led back to. */
    String signIn(String place) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(place)).build(), BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private Map<String, Object> ofItself() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("issuer", issuer());
        said.put("authorization_endpoint", issuer() + "/authorize");
        said.put("token_endpoint", issuer() + "/token");
        said.put("userinfo_endpoint", issuer() + "/me");
        said.put("jwks_uri", issuer() + "/keys");
        said.put("response_types_supported", new String[] {"code"});
        said.put("subject_types_supported", new String[] {"public"});
        said.put("id_token_signing_alg_values_supported", new String[] {"RS256"});
        return said;
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        String answer = "error=" + error;
        if (error.isEmpty()) {
            String code = "code-" + ++handedOut;
            codes.put(code, asked);
            answer = "code=" + code;
        }
        String state = URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Location", "%s?%s&state=%s".formatted(asked.get("redirect_uri"), answer, state));
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
        String login = URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        boolean ours = ("Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (asked == null
                || !ours
                || !form.get("redirect_uri").equals(asked.get("redirect_uri"))
                || !hash(form.get("code_verifier")).equals(asked.get("code_challenge"))) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        answer(
                exchange,
                200,
                Map.of("access_token", "a", "token_type", "Bearer", "expires_in", 60, "id_token", idToken(asked)));
    }

    private String idToken(Map<String, String> asked) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer());
        claims.put("aud", CLIENT);
        claims.put("sub", "1234");
        claims.put("iat", Date.from(clock.instant()));
        claims.put("exp", Date.from(clock.instant().plusSeconds(300)));
        claims.put("nonce", asked.get("nonce"));
        claims.putAll(token);
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder();
        claims.forEach(set::claim);
        try {
            SignedJWT signed = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), set.build());
            signed.sign(new RSASSASigner(signsWithForeignKey ? foreign : key));
            return signed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static String hash(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> json) throws IOException {
        byte[] body = new JsonMapper().writeValueAsBytes(json);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
