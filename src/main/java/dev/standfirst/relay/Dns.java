package dev.standfirst.relay;

import dev.standfirst.text.OneLine;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;

/** Asks DNS, through what the JDK has for it, for three seconds at most. */
final class Dns {

    /** The servers that this machine asks. */
    static final String OF_THIS_MACHINE = "dns:";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63}){0,30}\\.?");
    private static final int LONGEST_NAME = 254;
    private static final int MOST_RECORDS = 100;

    /** A string of a TXT record as the JDK writes it: bare, or in quotes with backslashes before quotes. */
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\" ]++)");

    private final String servers;

    /**
     * Asks some servers.
     *
     * @param servers as a JNDI address: "dns://127.0.0.1:5353"
     */
    Dns(String servers) {
        this.servers = servers;
    }

    /** Nobody answered, or nobody who knows. */
    static final class Silent extends Exception {

        private static final long serialVersionUID = 1L;

        private final String words;

        Silent(String name, NamingException cause) {
            super(cause);
            words = "DNS gives no answer here (%s was asked for: %s)"
                    .formatted(
                            OneLine.shown(name),
                            cause.getRootCause() == null
                                    ? cause.getClass().getSimpleName()
                                    : cause.getRootCause().getClass().getSimpleName());
        }

        /** Why, without a stop. */
        String words() {
            return words;
        }
    }

    /** The TXT records of a name, the strings of each joined. */
    List<String> texts(String name) throws Silent {
        return ask(name, "TXT").stream().map(Dns::joined).toList();
    }

    /** The mail exchangers: "10 mx.example.org.". */
    List<String> exchangers(String name) throws Silent {
        return ask(name, "MX");
    }

    /** IPv4 and IPv6 addresses. */
    List<String> addresses(String name) throws Silent {
        List<String> all = new ArrayList<>(ask(name, "A"));
        all.addAll(ask(name, "AAAA"));
        return all;
    }

    /** The names of an address, whose own name was turned round for DNS. */
    List<String> names(String reversed) throws Silent {
        return ask(reversed, "PTR");
    }

    /** What there is; nothing where there is no such name, or it is none. */
    @SuppressWarnings("BanJNDI") // of DNS it reads records, and makes no objects of them
    private List<String> ask(String name, String type) throws Silent {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            return List.of();
        }
        try {
            DirContext context = new InitialDirContext(environment());
            try {
                Attributes found = context.getAttributes(name, new String[] {type});
                return values(found.get(type));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new Silent(name, e);
        }
    }

    @SuppressWarnings("JdkObsolete") // JNDI takes nothing newer
    private Hashtable<String, String> environment() {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, servers);
        environment.put("com.sun.jndi.dns.timeout.initial", "1000");
        environment.put("com.sun.jndi.dns.timeout.retries", "2");
        return environment;
    }

    private static List<String> values(@org.jspecify.annotations.Nullable Attribute attribute) throws NamingException {
        List<String> values = new ArrayList<>();
        if (attribute != null) {
            NamingEnumeration<?> all = attribute.getAll();
            while (all.hasMore() && values.size() < MOST_RECORDS) {
                values.add(String.valueOf(all.next()));
            }
        }
        return values;
    }

    static String joined(String record) {
        StringBuilder text = new StringBuilder();
        Matcher string = STRING.matcher(record);
        while (string.find()) {
            text.append(
                    string.group(1) == null ? string.group(2) : string.group(1).replaceAll("\\\\(.)", "$1"));
        }
        return text.toString();
    }
}
