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
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Certificates that sign messages of SNS. A message says itself where its certificate is, so only an address of SNS at
 * Amazon is followed: over TLS, which proves who serves it, by the fetcher that stays out of private networks, and one
 * at a time, so that messages of strangers bind no more than one thread.
 */
@Component
final class SnsCertificates {

    private static final int MOST = 20;
    private static final Duration FAILURE_COUNTS = Duration.ofMinutes(1);
    private static final Pattern ADDRESS = Pattern.compile(
            "https://sns\\.[a-z0-9-]{1,40}\\.amazonaws\\.com(?:\\.cn)?/SimpleNotificationService-[0-9a-f]{1,100}\\.pem");

    private final Fetcher fetcher;
    private final Clock clock;
    private final Map<String, X509Certificate> known = new ConcurrentHashMap<>();
    private final Map<String, Instant> failed = new ConcurrentHashMap<>();
    private final ReentrantLock fetching = new ReentrantLock();

    @Autowired
    SnsCertificates(HttpFetcher fetcher, Clock clock) {
        this((Fetcher) fetcher, clock);
    }

    SnsCertificates(Fetcher fetcher, Clock clock) {
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** What is known of a certificate. */
    sealed interface Found {

        /** Its key. */
        record Key(PublicKey key) implements Found {}

        /** There is no such address of SNS, or the certificate's time is over. */
        record None() implements Found {}

        /** It cannot be had now: another one is being fetched, or fetching it failed within a minute. */
        record Later() implements Found {}
    }

    /** The key of the certificate at an address. */
    Found key(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            return new Found.None();
        }
        X509Certificate there = known.get(address);
        Optional<X509Certificate> certificate = there == null ? inTurn(address) : Optional.of(there);
        return certificate
                .<Found>map(one -> isValid(one) ? new Found.Key(one.getPublicKey()) : new Found.None())
                .orElseGet(Found.Later::new);
    }

    private Optional<X509Certificate> inTurn(String address) {
        if (!fetching.tryLock()) {
            return Optional.empty();
        }
        try {
            Instant now = clock.instant();
            failed.values().removeIf(at -> !now.isBefore(at.plus(FAILURE_COUNTS)));
            if (failed.containsKey(address) || failed.size() >= MOST) {
                return Optional.empty();
            }
            Optional<X509Certificate> certificate = fetched(address);
            if (certificate.isEmpty()) {
                failed.put(address, now);
            }
            return certificate;
        } finally {
            fetching.unlock();
        }
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
