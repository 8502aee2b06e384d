package dev.standfirst.relay;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the addresses of a mail server have names that lead back to them. */
final class AddressCheck {

    private static final int MOST = 4;

    private final Dns dns;

    AddressCheck(Dns dns) {
        this.dns = dns;
    }

    /** Looks at the addresses of a host, the first few. */
    List<Finding> of(String host) throws Dns.Silent {
        List<String> addresses = isAddress(host)
                ? List.of(host)
                : dns.addresses(host).stream().limit(MOST).toList();
        if (addresses.isEmpty()) {
            return List.of(Finding.lacks("%s has no address in DNS. See that its name is right.", host));
        }
        List<Finding> findings = new ArrayList<>();
        for (String address : addresses) {
            findings.add(one(host, address));
        }
        return findings;
    }

    private Finding one(String host, String text) throws Dns.Silent {
        InetAddress address = parsed(text);
        if (address == null || isHere(address)) {
            return Finding.unknown(
                    "%s is on this machine or a private network; from which address its mails reach the world cannot be told from here.",
                    host);
        }
        List<String> names = dns.names(reversed(address));
        for (String name : names.stream().limit(MOST).toList()) {
            for (String back : dns.addresses(name)) {
                if (address.equals(parsed(back))) {
                    return Finding.fine(
                            "%s (%s) is called %s, and that name leads back to it.", text, host, plain(name));
                }
            }
        }
        return names.isEmpty()
                ? Finding.lacks(
                        "%s (%s) has no name in DNS (PTR), which receivers demand. Its owner gives it one.", text, host)
                : Finding.lacks(
                        "%s (%s) is called %s, and that name does not lead back to it. Its owner adds: %3$s A %1$s",
                        text, host, plain(names.get(0)));
    }

    private static String plain(String name) {
        return dev.standfirst.text.OneLine.shown(name.replaceFirst("\\.$", "").toLowerCase(Locale.ROOT));
    }

    private static boolean isHere(InetAddress address) {
        boolean unique = address.getAddress().length == 16 && (address.getAddress()[0] & 0xfe) == 0xfc;
        return unique
                || address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress();
    }

    private static boolean isAddress(String host) {
        return host.matches("[0-9.]{7,15}") || host.indexOf(':') >= 0;
    }

    /** Without asking anybody: null where it is no address but a name. */
    private static @org.jspecify.annotations.Nullable InetAddress parsed(String text) {
        try {
            return isAddress(text) ? InetAddress.getByName(text) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** The name that DNS has for an address: "1.2.0.192.in-addr.arpa". */
    static String reversed(InetAddress address) {
        byte[] bytes = address.getAddress();
        StringBuilder name = new StringBuilder();
        for (int i = bytes.length - 1; i >= 0; i--) {
            int value = bytes[i] & 0xff;
            name.append(bytes.length == 4 ? value + "." : "%x.%x.".formatted(value & 0xf, value >> 4));
        }
        return name + (bytes.length == 4 ? "in-addr.arpa" : "ip6.arpa");
    }
}
