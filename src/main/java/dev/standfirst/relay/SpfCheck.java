package dev.standfirst.relay;

import dev.standfirst.text.OneLine;
import java.util.List;
import java.util.Locale;

/** Whether a domain says which servers may send for it (SPF, RFC 7208). */
final class SpfCheck {

    /** More lookups than these, and receivers give up (RFC 7208, 4.6.4). */
    private static final int MOST_LOOKUPS = 10;

    private final Dns dns;

    SpfCheck(Dns dns) {
        this.dns = dns;
    }

    /**
     * Looks at the domain of a return path.
     *
     * @param host of a mail server of ours, for the record to add
     */
    Finding of(String domain, String host) throws Dns.Silent {
        List<String> records = records(domain);
        if (records.isEmpty()) {
            return Finding.lacks(
                    "%1$s has no SPF record. Add: %1$s TXT \"v=spf1 %2$s ~all\", or the include that your provider names.",
                    domain, mechanism(host));
        }
        if (records.size() > 1) {
            return Finding.lacks(
                    "%s has %d SPF records, and none counts where there are several. Make one of them that holds what all say.",
                    domain, records.size());
        }
        int lookups = lookups(records.get(0), MOST_LOOKUPS + 1);
        if (lookups > MOST_LOOKUPS) {
            return Finding.lacks(
                    "SPF of %s needs more than %d lookups, and receivers give up there. Take includes out that you do not use.",
                    domain, MOST_LOOKUPS);
        }
        return ending(domain, records.get(0), lookups);
    }

    /** A name is looked up by receivers; an address is written as one. */
    private static String mechanism(String host) {
        if (host.matches("[0-9.]+")) {
            return "ip4:" + host;
        }
        return host.contains(":") ? "ip6:" + host.replaceAll("[\\[\\]]", "") : "a:" + host;
    }

    private Finding ending(String domain, String record, int lookups) {
        String all = List.of(terms(record)).stream()
                .filter(term -> term.matches("[-+~?]?all") || term.startsWith("redirect="))
                .findFirst()
                .orElse("");
        if (all.equals("-all") || all.equals("~all") || all.startsWith("redirect=")) {
            return Finding.fine(
                    "SPF of %s is there: %d of %d lookups, ends in %s.", domain, lookups, MOST_LOOKUPS, shown(all));
        }
        return all.equals("all") || all.equals("+all")
                ? Finding.lacks("SPF of %s ends in %s and lets everybody send for it. Write ~all instead.", domain, all)
                : Finding.lacks(
                        "SPF of %s does not say what of servers that it does not name. Write ~all at its end.", domain);
    }

    private List<String> records(String domain) throws Dns.Silent {
        return dns.texts(domain).stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).matches("v=spf1(?: .*+)?"))
                .toList();
    }

    /**
     * Lookups that a record takes, and those that it includes.
     *
     * @param most where counting ends, so that records that include each other end as well
     */
    private int lookups(String record, int most) throws Dns.Silent {
        int count = 0;
        for (String term : terms(record)) {
            if (count >= most) {
                return count;
            }
            String plain = term.replaceFirst("^[-+~?]", "");
            if (plain.matches("(?:a|mx|ptr)(?:[:/].*+)?") || plain.startsWith("exists:")) {
                count++;
            } else if (plain.startsWith("include:") || plain.startsWith("redirect=")) {
                count += 1 + lookupsOf(plain.replaceFirst("^(?:include:|redirect=)", ""), most - count - 1);
            }
        }
        return count;
    }

    private int lookupsOf(String domain, int most) throws Dns.Silent {
        if (most <= 0) {
            return 0;
        }
        List<String> records = records(domain);
        return records.isEmpty() ? 0 : lookups(records.get(0), most);
    }

    private static String[] terms(String record) {
        return record.strip().toLowerCase(Locale.ROOT).split(" +");
    }

    private static String shown(String foreign) {
        return OneLine.of(OneLine.shown(foreign), 100);
    }
}
