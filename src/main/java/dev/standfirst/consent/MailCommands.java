package dev.standfirst.consent;

import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.math.BigInteger;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What people ask by mail. The token alone says whose place it is: anybody can write any sender into a mail. */
@Component
public class MailCommands {

    // Mail servers on the way change case; so a token in an address may be written in digits of base 32.
    private static final Pattern DIGITS = Pattern.compile("[0-9a-vA-V]{39}");
    private static final int RADIX = 32;
    private static final int BYTES = 24;

    private final Subscriptions subscriptions;
    private final LinkToken links;

    MailCommands(Subscriptions subscriptions, LinkToken links) {
        this.subscriptions = subscriptions;
        this.links = links;
    }

    /**
     * Ends a subscription, because a mail asks for it. Twice is as good as once.
     *
     * @param token of purpose {@code LEAVE}, from the address that the mail went to or from its subject: 32 URL-safe
     *     characters, or its 24 bytes as 39 digits of base 32 ({@code 0} to {@code 9}, {@code a} to {@code v})
     * @param from what the mail says of its sender; kept as evidence, never believed
     * @return whether the token is one of ours: false means that nothing was changed
     */
    public boolean leave(String token, String from, Visitor visitor) {
        OptionalLong id = subscription(token.strip());
        if (id.isEmpty() || subscriptions.find(id.getAsLong()).isEmpty()) {
            return false;
        }
        Visitor sender = new Visitor(visitor.network(), from, "");
        subscriptions.leave(id.getAsLong(), Reason.person("by a mail", sender.origin(), visitor.words()));
        return true;
    }

    private OptionalLong subscription(String token) {
        return DIGITS.matcher(token).matches()
                ? links.verify(LinkToken.Purpose.LEAVE, bytes(token))
                : links.verify(LinkToken.Purpose.LEAVE, token);
    }

    /** The last 24 bytes of the number: 39 digits hold three bits more. */
    private static byte[] bytes(String digits) {
        byte[] number = new BigInteger(digits.toLowerCase(Locale.ROOT), RADIX).toByteArray();
        byte[] bytes = new byte[BYTES];
        int length = Math.min(BYTES, number.length);
        System.arraycopy(number, number.length - length, bytes, BYTES - length, length);
        return bytes;
    }
}
