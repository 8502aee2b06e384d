package dev.standfirst.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Keeps the fetcher on the public web: whoever writes a feed must not make us call machines of the network we run in.
 * Every address of a host is judged, at every hop, by the special-purpose registries of IANA (RFC 6890).
 */
@Component
class AddressGuard {

    private static final Set<Integer> PORTS = Set.of(-1, 80, 443, 8080, 8443);

    /** Networks of version 4 that are not the public internet: address and prefix length. */
    private static final List<Network> SPECIAL = List.of(
            new Network(0, 0, 0, 0, 8),
            new Network(10, 0, 0, 0, 8),
            new Network(100, 64, 0, 0, 10),
            new Network(127, 0, 0, 0, 8),
            new Network(169, 254, 0, 0, 16),
            new Network(172, 16, 0, 0, 12),
            new Network(192, 0, 0, 0, 24),
            new Network(192, 0, 2, 0, 24),
            new Network(192, 88, 99, 0, 24),
            new Network(192, 168, 0, 0, 16),
            new Network(198, 18, 0, 0, 15),
            new Network(198, 51, 100, 0, 24),
            new Network(203, 0, 113, 0, 24),
            new Network(224, 0, 0, 0, 3));

    private final Set<String> allowedHosts;

    AddressGuard(FetchSettings settings) {
        this.allowedHosts = Set.copyOf(settings.allowedHosts());
    }

    /** Why an address must not be fetched, fit behind a name; empty where it may. */
    Optional<String> objection(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("is not on the web: " + address);
        }
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null) {
            return Optional.of("has an address that cannot be fetched: " + address);
        }
        if (allowedHosts.contains(host)) {
            return Optional.empty();
        }
        return PORTS.contains(address.getPort())
                ? network(host)
                : Optional.of("asks for port %d, which is not fetched".formatted(address.getPort()));
    }

    private Optional<String> network(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!isPublic(address)) {
                    return Optional.of("is on a private network (%s); allow it with STANDFIRST_FETCH_ALLOWED_HOSTS"
                            .formatted(host));
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("cannot be found: no such host as " + host);
        }
    }

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return SPECIAL.stream().noneMatch(network -> network.holds(bytes));
        }
        return isPublicVersion6(bytes);
    }

    /**
     * Of version 6 only 2000::/3 is in public use; in it, 2001::/23, 2001:db8::/32 and 2002::/16 (6to4) are special.
     */
    private static boolean isPublicVersion6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        int second = (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0DB8);
        return (first & 0xE000) == 0x2000 && first != 0x2002 && !special;
    }

    private record Network(int a, int b, int c, int d, int prefix) {

        boolean holds(byte[] address) {
            int mask = -1 << (32 - prefix);
            return ((bits(a, b, c, d) ^ bits(address[0], address[1], address[2], address[3])) & mask) == 0;
        }

        private static int bits(int a, int b, int c, int d) {
            return (a & 0xFF) << 24 | (b & 0xFF) << 16 | (c & 0xFF) << 8 | (d & 0xFF);
        }
    }
}
