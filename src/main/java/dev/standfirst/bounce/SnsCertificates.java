package dev.standfirst.bounce;

import dev.standfirst.fetch.FetchRequest;
import dev.standfirst.fetch.FetchResult;
import dev.standfirst.fetch.Fetcher;
import dev.standfirst.fetch.HttpFetcher;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Certificates that sign messages of SNS. A message says itself where its certificate is, so only an address of SNS at
 * Amazon is followed: over TLS, which proves who serves it, by the fetcher that stays out of private networks.
 */
@Component
final class SnsCertificates {

    private static final int MOST = 20;
    private static final Pattern ADDRESS =
            Pattern.compile("https://sns\\.[a-z0-9-]{1,40}\\.amazonaws\\.com(?:\\.cn)?/[A-Za-z0-9-]{1,100}\\.pem");

    private final Fetcher fetcher;
    private final Clock clock;
    private final Map<String, X509Certificate> known = new ConcurrentHashMap<>();

    @Autowired
    SnsCertificates(HttpFetcher fetcher, Clock clock) {
        this((Fetcher) fetcher, clock);
    }

    SnsCertificates(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** The key of the certificate at an address; empty where it is no address of SNS, or has no valid certificate. */
    Optional<PublicKey> key(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        X509Certificate there = known.get(address);
        Optional<X509Certificate> certificate = there == null ? fetched(address) : Optional.of(there);
        return certificate.filter(this::isValid).map(X509Certificate::getPublicKey);
    }

    private Optional<X509Certificate> fetched(String address) {
        FetchResult result = fetcher.fetch(FetchRequest.of(URI.create(address)));
        if (!(result instanceof FetchResult.Fetched fetched)
                || !ADDRESS.matcher(fetched.page().address().toString()).matches()) {
            return Optional.empty();
        }
        Optional<X509Certificate> certificate = parsed(fetched.page().body());
        if (known.size() < MOST) {
            certificate.ifPresent(one -> known.put(address, one));
        }
        return certificate;
    }

    private boolean isValid(X509Certificate certificate) {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static Optional<X509Certificate> parsed(byte[] bytes) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
