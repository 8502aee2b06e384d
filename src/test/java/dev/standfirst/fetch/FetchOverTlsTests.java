package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.Message;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.impl.bootstrap.HttpAsyncServer;
import org.apache.hc.core5.http.nio.AsyncRequestConsumer;
import org.apache.hc.core5.http.nio.AsyncServerRequestHandler;
import org.apache.hc.core5.http.nio.entity.DiscardingEntityConsumer;
import org.apache.hc.core5.http.nio.support.AsyncResponseBuilder;
import org.apache.hc.core5.http.nio.support.BasicRequestConsumer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http2.impl.nio.bootstrap.H2ServerBootstrap;
import org.apache.hc.core5.http2.ssl.H2ServerTlsStrategy;
import org.apache.hc.core5.io.CloseMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FetchOverTlsTests {

    private static final char[] PASSWORD = "password".toCharArray();

    /** The certificates name harbour.example; all names lead to this machine. */
    private static final HostNames HERE = (host, limit) -> List.of(InetAddress.getLoopbackAddress());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            good    | harbour.example | trust | ''
            good    | other.example   | trust | has a certificate for another name
            expired | harbour.example | trust | has a certificate that has expired
            good    | harbour.example | -     | has a certificate of an issuer that is not trusted
            """)
    void certificatesMustBeGood(String certificate, String host, String trust, String reason) throws Exception {
        SSLContext context = context(certificate, null);
        try (HostileServer server =
                        new HostileServer("127.0.0.1", context.getServerSocketFactory()::createServerSocket);
                Fetching fetching = Fetching.with(
                        HERE, trust == null ? null : context(null, trust), "harbour.example", "other.example")) {
            server.page("/", "hello");

            assertThat(fetching.reason(URI.create("https://%s:%d/".formatted(host, server.port()))))
                    .isEqualTo(reason);
        }
    }

    @Test
    void aServerWithoutTlsIsToldSo() throws Exception {
        try (HostileServer server = new HostileServer();
                Fetching fetching = Fetching.with(HERE, null, "harbour.example")) {
            server.greet("220 mail.example ESMTP\r\n");

            assertThat(fetching.reason(URI.create("https://harbour.example:%d/".formatted(server.port()))))
                    .isEqualTo("cannot be talked to safely: no TLS connection came about");
        }
    }

    @Test
    void http2IsSpokenWhereItIsOffered() throws Exception {
        HttpAsyncServer server = H2ServerBootstrap.bootstrap()
                .setCanonicalHostName("harbour.example")
                .setTlsStrategy(new H2ServerTlsStrategy(context("good", null)))
                .register("*", new SaysItsVersion())
                .create();
        server.start();
        InetSocketAddress address = (InetSocketAddress)
                server.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), URIScheme.HTTPS)
                        .get()
                        .getAddress();
        try (Fetching fetching = Fetching.with(HERE, context(null, "trust"), "harbour.example")) {
            FetchResult result =
                    fetching.fetch(URI.create("https://harbour.example:%d/feed".formatted(address.getPort())));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            FetchResult.Fetched.class,
                            fetched -> assertThat(fetched.page().body())
                                    .asString(StandardCharsets.UTF_8)
                                    .isEqualTo("HTTP/2.0 harbour.example:%d /feed".formatted(address.getPort())));
        } finally {
            server.close(CloseMode.IMMEDIATE);
        }
    }

    private static final class SaysItsVersion implements AsyncServerRequestHandler<Message<HttpRequest, Void>> {

        @Override
        public AsyncRequestConsumer<Message<HttpRequest, Void>> prepare(
                HttpRequest request, org.apache.hc.core5.http.EntityDetails entity, HttpContext context) {
            return new BasicRequestConsumer<>(new DiscardingEntityConsumer<>());
        }

        @Override
        public void handle(Message<HttpRequest, Void> message, ResponseTrigger trigger, HttpContext context)
                throws org.apache.hc.core5.http.HttpException, IOException {
            HttpRequest request = message.getHead();
            String answer =
                    "%s %s %s".formatted(context.getProtocolVersion(), request.getAuthority(), request.getPath());
            trigger.submitResponse(
                    AsyncResponseBuilder.create(200).setEntity(answer).build(), context);
        }
    }

    private static SSLContext context(String key, String trust) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(key == null ? null : store(key), PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust == null ? null : store(trust));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = FetchOverTlsTests.class.getResourceAsStream(name + ".p12")) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
