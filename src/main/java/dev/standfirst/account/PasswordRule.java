package dev.standfirst.account;

import java.util.Optional;

/** What a password must be: long rather than strange, as NIST 800-63B has it. */
public final class PasswordRule {

    /** Characters that it has at most. */
    public static final int MOST = 200;

    private static final int LEAST = 10;
    private static final int DIFFERENT = 4;

    private PasswordRule() {}

    /**
     * Why a text cannot be a password: {@code password.short}, {@code password.long}, {@code password.plain}, the keys
     * of messages; empty where it can.
     *
     * @param name of the account, which is no password
     */
    public static Optional<String> refusal(String password, String name) {
        if (password.codePointCount(0, password.length()) < LEAST) {
            return Optional.of("password.short");
        }
        if (password.length() > MOST) {
            return Optional.of("password.long");
        }
        boolean plain = password.codePoints().distinct().count() < DIFFERENT || password.equalsIgnoreCase(name);
        return plain ? Optional.of("password.plain") : Optional.empty();
    }
}
