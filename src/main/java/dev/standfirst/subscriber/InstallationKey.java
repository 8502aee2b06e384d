package dev.standfirst.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** The secret of this installation: 32 random bytes, made once and kept in its database. It signs what mails carry. */
@Component
public class InstallationKey {

    private static final String NAME = "key";
    private static final int TAG_BYTES = 16;

    private final JdbcClient jdbc;
    private final TransactionOperations apart;
    private volatile byte @Nullable [] key;

    /** Each thread's own: to find one and to give it the key takes longer than to use it. */
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::newMac);

    /** A key that is made stays, whatever becomes of the change that first asked for it. */
    @Autowired
    InstallationKey(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this(
                jdbc,
                new TransactionTemplate(
                        transactions,
                        new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW)));
    }

    InstallationKey(JdbcClient jdbc, TransactionOperations apart) {
        this.jdbc = jdbc;
        this.apart = apart;
    }

    /**
     * A tag of 128 bits that only this installation can make, as 22 URL-safe characters.
     *
     * @param purpose keeps tags of one use from passing in another
     */
    public String sign(String purpose, String value) {
        byte[] tag = Arrays.copyOf(mac(purpose, value), TAG_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
    }

    /** The 32 bytes of HMAC-SHA-256 over purpose and value. */
    byte[] mac(String purpose, String value) {
        return macs.get().doFinal((purpose + "\n" + value).getBytes(StandardCharsets.UTF_8));
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }

    private byte[] bytes() {
        byte[] known = key;
        if (known == null) {
            known = Base64.getDecoder().decode(stored().orElseGet(this::create));
            key = known;
        }
        return known;
    }

    private Optional<String> stored() {
        return jdbc.sql("select fact from installation where name = ?")
                .param(NAME)
                .query(String.class)
                .optional();
    }

    private String create() {
        byte[] fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        try {
            apart.executeWithoutResult(status -> jdbc.sql("insert into installation (name, fact) values (?, ?)")
                    .params(NAME, Base64.getEncoder().encodeToString(fresh))
                    .update());
        } catch (DuplicateKeyException e) {
            // Another process was first; its key is the one that counts.
        }
        return stored().orElseThrow();
    }
}
