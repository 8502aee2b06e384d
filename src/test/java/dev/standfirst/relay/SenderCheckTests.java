package dev.standfirst.relay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.relay.Finding.Kind;
import dev.standfirst.relay.SenderCheck.Subject;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What DNS has to say of our mail, asked of a DNS server on this machine. */
class SenderCheckTests {

    private static final Subject SUBJECT = new Subject(Set.of("brief.example"), "", "", "", Set.of("smtp.example"));

    private DnsServer dns;

    @BeforeEach
    void start() throws IOException {
        dns = new DnsServer();
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void aDomainThatHasEverythingLacksNothing() throws IOException {
        dns.txt("brief.example", "v=spf1 include:spf.provider.example mx -all")
                .txt("brief.example", "some other text")
                .txt("spf.provider.example", "v=spf1 ip4:203.0.113.0/24 a:out.provider.example ~all")
                .txt("_dmarc.brief.example", "v=DMARC1; p=none; rua=mailto:dmarc@brief.example")
                .mx("brief.example", "mx.brief.example")
                .a("smtp.example", "203.0.113.7")
                .ptr("7.113.0.203.in-addr.arpa", "smtp.example");

        assertThat(check(SUBJECT))
                .containsExactly(
                        Finding.fine("SPF of brief.example is there: 3 of 10 lookups, ends in -all."),
                        Finding.unknown(
                                "Whether mails from brief.example are signed (DKIM) cannot be told from here: they are not signed by us."
                                        + " See that the mail server does it, for that domain."),
                        Finding.fine("DMARC of brief.example is there: p=none, with an address for reports."),
                        Finding.fine(
                                "Mails from brief.example prove that by SPF; by DKIM as well where it signs for that domain."),
                        Finding.fine("brief.example takes what comes back, at mx.brief.example."),
                        Finding.fine(
                                "203.0.113.7 (smtp.example) is called smtp.example, and that name leads back to it."));
    }

    @Test
    void aDomainThatHasNothingIsToldTheRecordsToAdd() {
        assertThat(lacking(check(SUBJECT)))
                .containsExactly(
                        "brief.example has no SPF record. Add: brief.example TXT \"v=spf1 a:smtp.example ~all\", or the include"
                                + " that your provider names.",
                        "brief.example has no DMARC record, which large receivers demand. Add: _dmarc.brief.example TXT"
                                + " \"v=DMARC1; p=none; rua=mailto:dmarc@brief.example\"",
                        "brief.example takes no mail, and mails come back to it. Add: brief.example MX 10 MAILBOXSERVER",
                        "smtp.example has no address in DNS. See that its name is right.");
    }

    @Test
    void whereDnsDoesNotAnswerThatIsToldAndNothingElse() {
        dns.fail();

        assertThat(check(SUBJECT)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.UNKNOWN);
            assertThat(finding.sentence())
                    .startsWith("DNS gives no answer here (brief.example was asked for: ")
                    .endsWith("so SPF, DKIM, DMARC, MX and the names of addresses were not looked at.");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=spf1 a | SPF of brief.example does not say what of servers that it does not name. Write ~all at its end.",
                "v=spf1 ?all | SPF of brief.example does not say what of servers that it does not name. Write ~all at its end.",
                "v=spf1 +all | SPF of brief.example ends in +all and lets everybody send for it. Write ~all instead.",
                "v=spf1 a a a a a a a a a a a -all | SPF of brief.example needs more than 10 lookups, and receivers give up there. Take includes out that you do not use.",
                "v=spf1 include:brief.example -all | SPF of brief.example needs more than 10 lookups, and receivers give up there. Take includes out that you do not use.",
                "v=spf10 -all | brief.example has no SPF record. Add: brief.example TXT \"v=spf1 a:smtp.example ~all\", or the include that your provider names."
            })
    void whatLacksInSpfIsSaid(String record, String said) {
        dns.txt("brief.example", record);

        assertThat(lacking(check(SUBJECT)).get(0)).isEqualTo(said);
    }

    @Test
    void ofTwoSpfRecordsNoneCounts() {
        dns.txt("brief.example", "v=spf1 mx -all").txt("brief.example", "v=spf1 a -all");

        assertThat(lacking(check(SUBJECT)).get(0))
                .isEqualTo("brief.example has 2 SPF records, and none counts where there are several."
                        + " Make one of them that holds what all say.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v=DMARC1; rua=mailto:d@brief.example | DMARC of brief.example has no p=. Write p=none, p=quarantine or p=reject behind v=DMARC1;",
                "v=DMARC1; p=reject | DMARC of brief.example is there, p=reject, and names no address for reports. Add: rua=mailto:dmarc@brief.example"
            })
    void whatLacksInDmarcIsSaid(String record, String said) {
        dns.txt("_dmarc.brief.example", record);

        assertThat(lacking(check(SUBJECT))).contains(said);
    }

    @Test
    void theDmarcRecordOfTheDomainAboveCounts() {
        dns.txt("_dmarc.brief.example", "v=DMARC1; p=none; rua=mailto:dmarc@brief.example");

        assertThat(check(of("news.brief.example", "", "", "")))
                .contains(Finding.fine("DMARC of news.brief.example is there: p=none, with an address for reports."));
    }

    @Test
    void aReturnPathAtAnotherDomainDoesNotProveWhoseMailItIs() {
        dns.txt("_dmarc.brief.example", "v=DMARC1; p=none; rua=mailto:d@brief.example");

        assertThat(lacking(check(of("brief.example", "bounces.example", "", ""))))
                .contains("Mails from brief.example come back to bounces.example, which is not of that domain, so DMARC"
                        + " fails, unless your mail server signs for that domain. Take a return path at brief.example or below"
                        + " it, or sign for brief.example (DKIM).");
        assertThat(check(of("brief.example", "bounces.example", "brief.example", "s1")))
                .contains(Finding.fine("Mails from brief.example prove that by DKIM."));
        assertThat(check(of("brief.example", "bounces.brief.example", "brief.example", "s1")))
                .contains(Finding.fine("Mails from brief.example prove that by SPF and DKIM."));
    }

    @Test
    void theKeyOfTheSelectorIsLookedAt() throws NoSuchAlgorithmException {
        dns.txt("good._domainkey.brief.example", "v=DKIM1; k=rsa; p=" + key(2048))
                .txt("short._domainkey.brief.example", "k=rsa; p=" + key(1024))
                .txt("gone._domainkey.brief.example", "v=DKIM1; p=")
                .txt("odd._domainkey.brief.example", "v=DKIM1; p=abc");

        assertThat(key("good")).isEqualTo("The DKIM key good._domainkey.brief.example is there, 2048 bits.");
        assertThat(key("short"))
                .isEqualTo("The DKIM key short._domainkey.brief.example has 1024 bits. Make one of 2048.");
        assertThat(key("gone"))
                .isEqualTo(
                        "The DKIM key gone._domainkey.brief.example is withdrawn: its p= is empty. Put the public key there.");
        assertThat(key("odd"))
                .isEqualTo(
                        "The DKIM key odd._domainkey.brief.example cannot be read. Put the public key there in Base64, as p=.");
        assertThat(key("none"))
                .isEqualTo(
                        "The DKIM key none._domainkey.brief.example is not there, so no signature can be checked. Add:"
                                + " none._domainkey.brief.example TXT \"v=DKIM1; k=rsa; p=PUBLICKEY\", with the public key in Base64.");
    }

    @Test
    void anAddressNeedsANameThatLeadsBackToIt() throws IOException {
        dns.a("smtp.example", "203.0.113.7");
        assertThat(lacking(check(SUBJECT)))
                .contains(
                        "203.0.113.7 (smtp.example) has no name in DNS (PTR), which receivers demand. Its owner gives it one.");

        dns.ptr("7.113.0.203.in-addr.arpa", "host7.example");
        assertThat(lacking(check(SUBJECT)))
                .contains("203.0.113.7 (smtp.example) is called host7.example, and that name does not lead back to it."
                        + " Its owner adds: host7.example A 203.0.113.7");
    }

    @Test
    void ofAServerOnThisMachineTheWorldSeesAnotherAddress() throws IOException {
        dns.a("smtp.example", "127.0.0.1");

        assertThat(check(SUBJECT))
                .contains(Finding.unknown(
                        "smtp.example is on this machine or a private network; from which address its mails reach the world"
                                + " cannot be told from here."));
    }

    @Test
    void aDomainThatTakesNoMailTakesNothingBack() {
        dns.mx("brief.example", "");

        assertThat(lacking(check(SUBJECT)))
                .contains(
                        "brief.example says that it takes no mail, and mails come back to it. Add: brief.example MX 10 MAILBOXSERVER");
    }

    @Test
    void stringsOfARecordAreOneText() {
        assertThat(Dns.joined("\"v=spf1 include:a.example\" \" ~all\" \"\" x\"y \\\" z\""))
                .isEqualTo("v=spf1 include:a.example ~allxy \" z");
    }

    private List<Finding> check(Subject subject) {
        return new SenderCheck(dns.client()).of(subject);
    }

    private String key(String selector) {
        return check(new Subject(Set.of(), "", "brief.example", selector, Set.of()))
                .get(0)
                .sentence();
    }

    private static Subject of(String from, String returnPath, String signer, String selector) {
        return new Subject(Set.of(from), returnPath, signer, selector, Set.of());
    }

    private static List<String> lacking(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() == Kind.LACKS)
                .map(Finding::sentence)
                .toList();
    }

    private static String key(int bits) throws NoSuchAlgorithmException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(bits);
        return Base64.getEncoder()
                .encodeToString(keys.generateKeyPair().getPublic().getEncoded());
    }
}
