package dev.standfirst.consent;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request comes from, at the two widths at which asking is limited. A provider gives each customer one IPv4
 * address or a whole /64.
 *
 * @param client the IPv4 address, or the /64
 * @param wider the /24, or the /48
 */
public record Network(String client, String wider) {

    private static final int LONGEST = 60;

    // Nothing but literals reaches InetAddress, which would ask a name server for everything else.
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** That of an address; a text that is none is a network of its own. */
    public static Network of(String text) {
        return parse(text.replaceFirst("%.*", "")).map(Network::of).orElseGet(() -> new Network(cut(text), cut(text)));
    }

    private static Network of(byte[] address) {
        return address.length == 4
                ? new Network(name(address, 4), name(address, 3))
                : new Network(name(address, 8), name(address, 6));
    }

    private static String name(byte[] address, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(address, bytes)) + "/" + bytes * 8;
    }

    private static Optional<byte[]> parse(String text) {
        if (text.length() > LONGEST
                || !(IPV4.matcher(text).matches() || IPV6.matcher(text).matches())) {
            return Optional.empty();
        }
        try {
            return allBytes(text) ? Optional.of(InetAddress.getByName(text).getAddress()) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether the numbers of an IPv4 address are below 256; one that is not would be taken for a name. */
    private static boolean allBytes(String text) {
        return text.indexOf(':') >= 0
                || Arrays.stream(text.split("\\.", -1)).allMatch(number -> Integer.parseInt(number) < 256);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
