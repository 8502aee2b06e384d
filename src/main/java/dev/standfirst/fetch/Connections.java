package dev.standfirst.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedSelectorException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.config.H2Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The connections that exchanges go over: HTTP/1.1, or HTTP/2 where the server offers it. Kept for some seconds for the
 * next request. There are no cookies, no proxy, no login, no second attempt; and nothing here can look up a name.
 */
@Component
class Connections implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    static final int HEADER_BYTES = 128 * 1_024;
    private static final int HEADERS = 200;
    private static final int HEADER_LINE = 32 * 1_024;

    private static final TimeValue IDLE = TimeValue.ofSeconds(15);
    private static final TimeValue UNCHECKED = TimeValue.ofMilliseconds(500);

    private final FetchSettings settings;
    private final @Nullable SSLContext trust;
    private @Nullable CloseableHttpAsyncClient client;

    @Autowired
    Connections(FetchSettings settings) {
        this(settings, null);
    }

    /** Connections that trust other certificates than the JVM does, or the same where that is null. */
    Connections(FetchSettings settings, @Nullable SSLContext trust) {
        this.settings = settings;
        this.trust = trust;
    }

    /** Made when first needed: a run over files alone never pays for it. */
    synchronized CloseableHttpAsyncClient client() {
        CloseableHttpAsyncClient ready = client;
        if (ready == null) {
            ready = client(pool());
            ready.start();
            client = ready;
        }
        return ready;
    }

    private PoolingAsyncClientConnectionManager pool() {
        ClientTlsStrategyBuilder tls = ClientTlsStrategyBuilder.create()
                .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                .setHostnameVerifier(NoopHostnameVerifier.INSTANCE);
        if (trust != null) {
            tls.setSslContext(trust);
        }
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setTlsStrategy(tls.buildAsync())
                .setDnsResolver(new NoNames())
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                        .setValidateAfterInactivity(UNCHECKED)
                        .build())
                .build();
    }

    private CloseableHttpAsyncClient client(PoolingAsyncClientConnectionManager connections) {
        return HttpAsyncClients.custom()
                .setConnectionManager(connections)
                .setIoReactorExceptionCallback(Connections::report)
                .setThreadFactory(new DefaultThreadFactory("fetch", true))
                .setHttp1Config(Http1Config.custom()
                        .setMaxHeaderCount(HEADERS)
                        .setMaxLineLength(HEADER_LINE)
                        .build())
                .setH2Config(H2Config.custom()
                        .setMaxHeaderListSize(HEADER_BYTES)
                        .setPushEnabled(false)
                        .build())
                .setCharCodingConfig(CharCodingConfig.custom()
                        .setCharset(StandardCharsets.ISO_8859_1)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setContentCompressionEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setExpectContinueEnabled(false)
                        .build())
                .setDefaultCookieSpecRegistry(name -> null)
                .disableCookieManagement()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .evictIdleConnections(IDLE)
                .build();
    }

    /** What a worker could not hand to any exchange; at the end of the program its selector is closed below it. */
    private static void report(Exception problem) {
        if (!(problem instanceof ClosedSelectorException)) {
            log.warn("a connection broke outside of any exchange", problem);
        }
    }

    @Override
    public synchronized void destroy() {
        if (client != null) {
            client.close(CloseMode.IMMEDIATE);
        }
    }

    /** Names are looked up once, by the guard. A second look-up could be answered otherwise. */
    private static final class NoNames implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
