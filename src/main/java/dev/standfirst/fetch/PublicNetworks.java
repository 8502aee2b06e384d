package dev.standfirst.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells the public internet from what only looks like it: the special-purpose address registries of IANA (RFC 6890),
 * multicast and the reserved rest. A network that is in a registry is left out even where it is said to be reachable
 * globally: it serves name servers and relays, not readers.
 */
final class PublicNetworks {

    private static final List<Network> SPECIAL_4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** All of version 6 that is handed out (RFC 3513); mapped, compatible, local and multicast forms lie outside. */
    private static final Network UNICAST_6 = Network.of("2000::/3");

    /** Protocol assignments with Teredo, documentation, 6to4, AS112, documentation. */
    private static final List<Network> SPECIAL_6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    /** How networks without version 4 reach it (RFC 6052); what counts is the address inside. */
    private static final Network TRANSLATED = Network.of("64:ff9b::/96");

    private static final int TRANSLATED_BYTES = 12;

    private PublicNetworks() {}

    static boolean hold(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isPublic4(bytes, 0);
        }
        if (TRANSLATED.holds(bytes, 0)) {
            return isPublic4(bytes, TRANSLATED_BYTES);
        }
        return UNICAST_6.holds(bytes, 0) && SPECIAL_6.stream().noneMatch(network -> network.holds(bytes, 0));
    }

    private static boolean isPublic4(byte[] bytes, int from) {
        return SPECIAL_4.stream().noneMatch(network -> network.holds(bytes, from));
    }

    private static List<Network> networks(String... texts) {
        return List.of(texts).stream().map(Network::of).toList();
    }

    /** The addresses that begin with these bits. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Network(byte[] start, int bits) {

        static Network of(String text) {
            int slash = text.indexOf('/');
            try {
                byte[] start = InetAddress.getByName(text.substring(0, slash)).getAddress();
                return new Network(start, Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text, e);
            }
        }

        boolean holds(byte[] address, int from) {
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[from + i] != start[i]) {
                    return false;
                }
            }
            int shift = 8 - bits % 8;
            return shift == 8 || (address[from + whole] & 0xFF) >> shift == (start[whole] & 0xFF) >> shift;
        }
    }
}
