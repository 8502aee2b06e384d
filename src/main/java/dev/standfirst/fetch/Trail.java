package dev.standfirst.fetch;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of a request through redirects, at most five of them.
 *
 * @param address where it stands now
 * @param hops how many redirects it has followed
 * @param movedTo where the asked address has moved for good: as far as 301 and 308 led without a break; null if nowhere
 * @param permanent whether all redirects so far were for good
 */
public record Trail(WebAddress address, int hops, @Nullable WebAddress movedTo, boolean permanent) {

    private static final int MOST = 5;
    private static final Set<Integer> REDIRECT = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FOR_GOOD = Set.of(301, 308);

    /** Before the first hop. */
    public static Trail from(WebAddress address) {
        return new Trail(address, 0, null, true);
    }

    /** Whether an answer leads on. */
    public static boolean leadsOn(int status) {
        return REDIRECT.contains(status);
    }

    /**
     * One redirect further; nothing has been asked of the new address yet.
     *
     * @param location as the header has it
     * @throws IOException with a reason in plain words, where it does not lead to the web or is one too many
     */
    public Trail follow(int status, String location) throws IOException {
        if (hops == MOST) {
            throw new Refusal("redirects more than %d times".formatted(MOST));
        }
        if (location.isBlank()) {
            throw new Refusal("redirects without saying where to");
        }
        WebAddress next = address.resolve(location);
        boolean forGood = permanent && FOR_GOOD.contains(status);
        return new Trail(next, hops + 1, forGood ? next : movedTo, forGood);
    }
}
