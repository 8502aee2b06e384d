package dev.standfirst.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.StreamClosedException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2StreamResetException;
import org.jspecify.annotations.Nullable;

/** Says why a page cannot be had: what a person can act on, never what a stranger's machine wrote. */
final class FailureWords {

    private static final List<Class<? extends Throwable>> CUT_OFF = List.of(
            ConnectionClosedException.class,
            TruncatedChunkException.class,
            StreamClosedException.class,
            H2StreamResetException.class);

    private static final List<Class<? extends Throwable>> GARBLED =
            List.of(HttpException.class, MalformedChunkCodingException.class, H2ConnectionException.class);

    private FailureWords() {}

    /** The reason, fit for "NAME {reason}". */
    static String of(IOException problem, FetchSettings settings) {
        if (problem instanceof Refusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
        if (problem instanceof UnknownHostException) {
            return isTemporary(problem)
                    ? "cannot be found now: the name servers do not answer"
                    : "cannot be found: there is no host of that name";
        }
        if (problem instanceof SSLException) {
            return tls(problem);
        }
        return connection(problem, settings);
    }

    /** The resolver of the system tells its cases apart in words alone. */
    private static boolean isTemporary(IOException problem) {
        return String.valueOf(problem.getMessage()).contains("emporary failure");
    }

    private static String tls(IOException problem) {
        if (has(problem, CertificateExpiredException.class)) {
            return "has a certificate that has expired";
        }
        if (has(problem, CertificateNotYetValidException.class)) {
            return "has a certificate that is not valid yet";
        }
        if (has(problem, CertPathBuilderException.class) || has(problem, CertPathValidatorException.class)) {
            return "has a certificate of an issuer that is not trusted";
        }
        if (has(problem, CertificateException.class)) {
            return "has a certificate for another name";
        }
        return "cannot be talked to safely: no TLS connection came about";
    }

    private static boolean has(Throwable problem, Class<? extends Throwable> kind) {
        @Nullable Throwable cause = problem;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (kind.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String connection(IOException problem, FetchSettings settings) {
        if (problem instanceof SocketTimeoutException) {
            return "did not take the connection within " + Figures.of(settings.connectTimeout());
        }
        if (problem instanceof NoRouteToHostException) {
            return "cannot be reached: no way leads to its network";
        }
        if (problem instanceof ConnectException) {
            return "refused the connection";
        }
        if (problem instanceof MessageConstraintException) {
            return "sent too many headers, or too long ones";
        }
        return garbled(problem);
    }

    private static String garbled(IOException problem) {
        if (CUT_OFF.stream().anyMatch(kind -> kind.isInstance(problem))) {
            return "closed the connection before the end of its answer";
        }
        if (GARBLED.stream().anyMatch(kind -> has(problem, kind))) {
            return "does not speak HTTP as it should";
        }
        return problem instanceof SocketException ? "broke the connection" : "could not be read to its end";
    }
}
