package dev.standfirst.fetch;

import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host of a web address, in the one form that we look up, connect to and send.
 *
 * <p>Programs disagree about hosts that are written strangely (octal or short numbers, percent signs, zones), and what
 * two programs read differently gets past a check. So a number is read in its usual form alone, and the rest is
 * refused.
 *
 * @param text ASCII in lower case without a dot at its end; version 6 in brackets
 * @param literal the address, where the host is a number; null where it is a name to be looked up
 */
public record HostName(String text, @Nullable InetAddress literal) {

    private static final int LENGTH = 253;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]{1,63}+(?:\\.[a-z0-9_-]{1,63}+)*+");
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]++|0x[0-9a-f]*+)");
    private static final Pattern BYTES =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern VERSION_6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

    /** Whether it must be looked up. */
    public boolean isName() {
        return literal == null;
    }

    /**
     * Reads a host.
     *
     * @throws IOException with a reason in plain words, where it is none or can be read in several ways
     */
    public static HostName of(String written) throws IOException {
        if (written.startsWith("[")) {
            return version6(written.toLowerCase(Locale.ROOT));
        }
        String name = ascii(written);
        if (name.length() > LENGTH || !NAME.matcher(name).matches()) {
            throw new Refusal("has an address without a proper host", written);
        }
        if (!NUMBER.matcher(name).matches()) {
            return new HostName(name, null);
        }
        if (!BYTES.matcher(name).matches()) {
            throw new Refusal("writes its host as a number that can be read in several ways", written);
        }
        return new HostName(name, literal(name));
    }

    /** International names as name servers know them; wide digits and letters become plain ones on the way. */
    private static String ascii(String written) throws IOException {
        String name = written;
        if (!written.chars().allMatch(c -> c < 0x80)) {
            try {
                name = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED);
            } catch (IllegalArgumentException e) {
                throw new Refusal("has an address without a proper host", written);
            }
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static HostName version6(String written) throws IOException {
        if (!VERSION_6.matcher(written).matches()) {
            throw new Refusal("has an address without a proper host", written);
        }
        return new HostName(written, literal(written));
    }

    /** Reads a number; nothing is looked up for one. */
    private static InetAddress literal(String number) throws IOException {
        try {
            return InetAddress.getByName(number);
        } catch (UnknownHostException e) {
            throw new Refusal("has an address without a proper host", number);
        }
    }
}
