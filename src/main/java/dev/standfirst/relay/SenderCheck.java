package dev.standfirst.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What DNS has to say, so that the world believes that our mail is ours. */
final class SenderCheck {

    private final Dns dns;

    SenderCheck(Dns dns) {
        this.dns = dns;
    }

    /**
     * What is looked at.
     *
     * @param domains of From addresses
     * @param returnPath domain where mails come back to; empty where that is each sender's own
     * @param signer domain that we sign for with DKIM; empty where we do not
     * @param selector of the key that we sign with
     * @param hosts of the mail servers
     */
    record Subject(Set<String> domains, String returnPath, String signer, String selector, Set<String> hosts) {}

    /** Looks at everything. Where DNS does not answer, that is told and nothing else. */
    List<Finding> of(Subject subject) {
        try {
            List<Finding> findings = new ArrayList<>();
            for (String domain : subject.domains()) {
                findings.addAll(ofDomain(domain, subject));
            }
            if (!subject.selector().isEmpty()) {
                findings.add(new DkimCheck(dns).of(subject.signer(), subject.selector()));
            }
            for (String host : subject.hosts()) {
                findings.addAll(new AddressCheck(dns).of(host));
            }
            return findings;
        } catch (Dns.Silent e) {
            return List.of(Finding.unknown(
                    "%s, so SPF, DKIM, DMARC, MX and the names of addresses were not looked at.", e.words()));
        }
    }

    private List<Finding> ofDomain(String domain, Subject subject) throws Dns.Silent {
        String returnPath = subject.returnPath().isEmpty() ? domain : subject.returnPath();
        String host = subject.hosts().stream().findFirst().orElse("MAILSERVER");
        List<Finding> findings = new ArrayList<>();
        findings.add(new SpfCheck(dns).of(returnPath, host));
        if (subject.selector().isEmpty()) {
            findings.add(Finding.unknown(
                    "Whether mails from %s are signed (DKIM) cannot be told from here: they are not signed by us. See that the mail server does it, for that domain.",
                    domain));
        }
        findings.addAll(new DmarcCheck(dns).of(domain, returnPath, subject.signer()));
        findings.add(exchanger(returnPath));
        return findings;
    }

    /** Whether mail that comes back finds a mailbox. */
    private Finding exchanger(String domain) throws Dns.Silent {
        List<String> exchangers = dns.exchangers(domain);
        if (exchangers.stream().anyMatch(one -> one.matches("\\d+ \\.?"))) {
            return Finding.lacks(
                    "%1$s says that it takes no mail, and mails come back to it. Add: %1$s MX 10 MAILBOXSERVER",
                    domain);
        }
        if (!exchangers.isEmpty()) {
            return Finding.fine("%s takes what comes back, at %s.", domain, host(exchangers.get(0)));
        }
        return dns.addresses(domain).isEmpty()
                ? Finding.lacks("%1$s takes no mail, and mails come back to it. Add: %1$s MX 10 MAILBOXSERVER", domain)
                : Finding.fine("%s takes what comes back itself.", domain);
    }

    private static String host(String exchanger) {
        return dev.standfirst.text.OneLine.shown(
                exchanger.replaceFirst("^\\d+ ", "").replaceFirst("\\.$", ""));
    }
}
