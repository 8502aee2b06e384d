package dev.standfirst.account;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords are kept as PBKDF2 with 310,000 rounds of HMAC-SHA-256 (OWASP's number of 2021, Spring Security's preset),
 * which every Java brings and which has no longest password, as bcrypt has. Two are tried at a time at most, so that
 * guessing leaves the machine some time for its work.
 */
@Component
class Passwords {

    private static final int AT_A_TIME = 2;

    private final PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private @Nullable String nobody;
    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    String hash(String password) {
        return inTurn(() -> encoder.encode(password));
    }

    /**
     * Whether a password is the one that was kept.
     *
     * @param kept empty where there is none: nothing is, after as long a time
     */
    boolean matches(String password, String kept) {
        boolean same = inTurn(() ->
                password.length() <= PasswordRule.MOST && encoder.matches(password, kept.isEmpty() ? nobody() : kept));
        return same && !kept.isEmpty();
    }

    /** Made when it is needed first: commands start without it. */
    private synchronized String nobody() {
        String known = nobody == null ? encoder.encode("nobody's") : nobody;
        nobody = known;
        return known;
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
