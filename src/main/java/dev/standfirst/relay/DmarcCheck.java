package dev.standfirst.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Whether a domain says what to do with mail that only claims to be its own, and whether ours is (DMARC, RFC 7489). */
final class DmarcCheck {

    private static final Set<String> POLICIES = Set.of("none", "quarantine", "reject");

    private final Dns dns;

    DmarcCheck(Dns dns) {
        this.dns = dns;
    }

    /**
     * Looks at the domain of a From address.
     *
     * @param returnPath the domain where mails come back to, which SPF is about
     * @param signer the domain that DKIM signs for; empty where that is not known
     */
    List<Finding> of(String from, String returnPath, String signer) throws Dns.Silent {
        List<String> records = nearest(from);
        if (records.isEmpty()) {
            return List.of(Finding.lacks(
                    "%1$s has no DMARC record, which large receivers demand. Add: _dmarc.%1$s TXT \"v=DMARC1; p=none; rua=mailto:dmarc@%1$s\"",
                    from));
        }
        if (records.size() > 1) {
            return List.of(Finding.lacks(
                    "%s has %d DMARC records, and none counts where there are several. Leave one of them.",
                    from, records.size()));
        }
        Map<String, String> tags = Tags.of(records.get(0));
        List<Finding> findings = new ArrayList<>();
        findings.add(policy(from, tags));
        findings.add(alignment(from, returnPath, signer, tags));
        return findings;
    }

    /** A record of the domain itself, else of the nearest one above it. */
    private List<String> nearest(String from) throws Dns.Silent {
        for (String domain = from; domain.indexOf('.') > 0; domain = domain.substring(domain.indexOf('.') + 1)) {
            List<String> records = dns.texts("_dmarc." + domain).stream()
                    .filter(text -> text.matches("(?i)v ?= ?DMARC1(?:[; ].*+)?"))
                    .toList();
            if (!records.isEmpty()) {
                return records;
            }
        }
        return List.of();
    }

    private static Finding policy(String from, Map<String, String> tags) {
        String policy = tags.getOrDefault("p", "").toLowerCase(Locale.ROOT);
        if (!POLICIES.contains(policy)) {
            return Finding.lacks(
                    "DMARC of %s has no p=. Write p=none, p=quarantine or p=reject behind v=DMARC1;", from);
        }
        return tags.getOrDefault("rua", "").toLowerCase(Locale.ROOT).contains("mailto:")
                ? Finding.fine("DMARC of %s is there: p=%s, with an address for reports.", from, policy)
                : Finding.lacks(
                        "DMARC of %1$s is there, p=%2$s, and names no address for reports. Add: rua=mailto:dmarc@%1$s",
                        from, policy);
    }

    private static Finding alignment(String from, String returnPath, String signer, Map<String, String> tags) {
        boolean spf = belong(from, returnPath, tags.getOrDefault("aspf", "r"));
        boolean dkim = !signer.isEmpty() && belong(from, signer, tags.getOrDefault("adkim", "r"));
        if (spf || dkim) {
            return Finding.fine(
                    "Mails from %s prove that by %s.",
                    from,
                    spf && dkim
                            ? "SPF and DKIM"
                            : spf ? "SPF; by DKIM as well where it signs for that domain" : "DKIM");
        }
        String unless = signer.isEmpty() ? ", unless your mail server signs for that domain" : "";
        return Finding.lacks(
                "Mails from %1$s come back to %2$s, which is not of that domain, so DMARC fails%3$s. Take a return path at %1$s or below it, or sign for %1$s (DKIM).",
                from, returnPath, unless);
    }

    /** Domains of one owner, as far as their names tell: one is the other, or lies below it where that is enough. */
    private static boolean belong(String one, String other, String mode) {
        if (one.equals(other)) {
            return true;
        }
        return !mode.equalsIgnoreCase("s") && (one.endsWith("." + other) || other.endsWith("." + one));
    }
}
