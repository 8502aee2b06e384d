package dev.standfirst.bounce;

import dev.standfirst.bounce.ReturnAddress.Returned;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.LinkToken;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Addresses that a mail comes back to, one a mail (VERP): whatever a report says or fails to say, the address that it
 * was sent to tells whose mail it was, and nobody else can make it.
 */
@Component
public class ReturnPaths {

    private final Optional<ReturnAddress> address;
    private final LinkToken links;

    ReturnPaths(BounceSettings settings, LinkToken links) {
        this.address = settings.returnAddress();
        this.links = links;
    }

    /** The return path of a mail; empty where no address for it is set. */
    public Optional<EmailAddress> of(long deliveryId) {
        return address.map(
                one -> one.with(ReturnAddress.Purpose.BOUNCE, links.bytes(LinkToken.Purpose.RETURN, deliveryId)));
    }

    /** Whether there is an address for mail that comes back. */
    public boolean areSet() {
        return address.isPresent();
    }

    /**
     * Where a mail program writes to end a subscription; empty where no address is set.
     *
     * @param token of the subscription, for {@link LinkToken.Purpose#LEAVE}
     */
    public Optional<EmailAddress> toLeave(byte[] token) {
        return address.map(one -> one.with(ReturnAddress.Purpose.LEAVE, token));
    }

    /** The address that tokens are looked for at; one that nobody has where none is set. */
    ReturnAddress address() {
        return address.orElse(new ReturnAddress("bounces", "nowhere.invalid"));
    }

    /** The delivery that a token was made for; empty where it is not ours. */
    OptionalLong delivery(Returned returned) {
        return returned.purpose() == ReturnAddress.Purpose.BOUNCE
                ? links.verify(LinkToken.Purpose.RETURN, ReturnAddress.bytes(returned.token()))
                : OptionalLong.empty();
    }

    /** The subscription that a token lets its holder leave; empty where it is not ours. */
    OptionalLong subscription(Returned returned) {
        return returned.purpose() == ReturnAddress.Purpose.LEAVE
                ? links.verify(LinkToken.Purpose.LEAVE, ReturnAddress.bytes(returned.token()))
                : OptionalLong.empty();
    }

    /** The subscription that a link lets its holder leave, and nothing more: the last part of it is a token. */
    OptionalLong subscription(String link) {
        return links.verify(LinkToken.Purpose.LEAVE, link.substring(link.lastIndexOf('/') + 1));
    }
}
