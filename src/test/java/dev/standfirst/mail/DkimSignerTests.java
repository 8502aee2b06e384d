package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DkimSignerTests {

    private static final KeyPair RSA = pair("RSA", 2048);

    @TempDir
    private Path folder;

    @Test
    void aVerifierThatIsNotOursFindsTheSignatureGood() throws Exception {
        ReadyMessage signed =
                signer(pem("PRIVATE KEY", RSA.getPrivate().getEncoded())).sign(letter());

        SignatureRecord record = verify(signed.bytes(), "rsa", RSA.getPublic().getEncoded());
        assertThat(record.getDToken()).hasToString("standfirst.example");
        assertThat(record.getHeaders().stream().map(CharSequence::toString))
                .containsExactly(
                        "From",
                        "From",
                        "Reply-To",
                        "To",
                        "Subject",
                        "Date",
                        "Message-ID",
                        "MIME-Version",
                        "Content-Type",
                        "List-Id",
                        "List-Unsubscribe",
                        "List-Unsubscribe-Post");
    }

    @Test
    void aKeyOfOldFormIsRead() throws Exception {
        byte[] pkcs8 = RSA.getPrivate().getEncoded();
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        ReadyMessage signed = signer(pem("RSA PRIVATE KEY", pkcs1)).sign(letter());

        assertThat(verify(signed.bytes(), "rsa", RSA.getPublic().getEncoded())).isNotNull();
    }

    @Test
    void theSameMailAlwaysGetsTheSameSignatureInShortLines() throws Exception {
        DkimSigner signer = signer(pem("PRIVATE KEY", RSA.getPrivate().getEncoded()));
        ReadyMessage letter = letter();
        byte[] signed = signer.sign(letter).bytes();

        assertThat(signer.sign(letter).bytes()).isEqualTo(signed);
        String text = new String(signed, StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;\r\n d=standfirst.example;\r\n");
        assertThat(text).endsWith(new String(letter.bytes(), StandardCharsets.UTF_8));
        assertThat(text.substring(0, text.indexOf("From: ")).lines()).allMatch(line -> line.length() <= 78);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: ", "List-Unsubscribe-Post: ", "Content-Transfer-Encoding: "})
    void whatWasChangedOnTheWayIsFound(String place) throws Exception {
        ReadyMessage signed =
                signer(pem("PRIVATE KEY", RSA.getPrivate().getEncoded())).sign(letter());
        String text = new String(signed.bytes(), StandardCharsets.UTF_8);
        byte[] changed = text.replace(place, place + "x").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> verify(changed, "rsa", RSA.getPublic().getEncoded()))
                .isInstanceOf(FailException.class);
    }

    @Test
    void noSecondSenderCanBePutInFront() throws Exception {
        ReadyMessage signed =
                signer(pem("PRIVATE KEY", RSA.getPrivate().getEncoded())).sign(letter());
        byte[] forged = ("From: eve@evil.example\r\n" + new String(signed.bytes(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> verify(forged, "rsa", RSA.getPublic().getEncoded()))
                .isInstanceOf(FailException.class);
    }

    @Test
    void spaceThatServersChangeDoesNotCount() throws Exception {
        ReadyMessage plain = Errand.mail(7, "brief@standfirst.example", "ada@example.org");
        String mail = "From: brief@standfirst.example\r\nSubject:  One\r\n\ttwo \r\n\r\na \t b  \r\n\r\n c\r\n\r\n\r\n";
        ReadyMessage signed = signer(pem("PRIVATE KEY", RSA.getPrivate().getEncoded()))
                .sign(new ReadyMessage(7, plain.sender(), plain.recipient(), mail.getBytes(StandardCharsets.UTF_8)));
        String changed = new String(signed.bytes(), StandardCharsets.UTF_8)
                .replace("Subject:  One\r\n\ttwo \r\n", "SUBJECT: One two\r\n")
                .replace("a \t b  \r\n\r\n c\r\n\r\n\r\n", "a b\r\n\r\n c\r\n");

        assertThat(signed.id()).isEqualTo(7);
        assertThat(verify(
                        changed.getBytes(StandardCharsets.UTF_8),
                        "rsa",
                        RSA.getPublic().getEncoded()))
                .isNotNull();
    }

    /** The verifier knows RSA alone; what differs is that the hash is signed (RFC 8463, 3). */
    @Test
    void ed25519SignsToo() throws Exception {
        KeyPair pair = pair("Ed25519", 255);
        Path file = pem("PRIVATE KEY", pair.getPrivate().getEncoded());
        byte[] hash = new byte[32];
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(pair.getPublic());
        verifier.update(hash);

        assertThat(verifier.verify(DkimKey.read(file.toString()).sign(hash, new byte[100])))
                .isTrue();
        assertThat(new String(signer(file).sign(letter()).bytes(), StandardCharsets.UTF_8))
                .startsWith("DKIM-Signature: v=1; a=ed25519-sha256;");
    }

    @Test
    void aKeyThatCannotBeUsedIsToldInOneSentence() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no key");
        Path small = pem("PRIVATE KEY", pair("RSA", 1024).getPrivate().getEncoded());

        assertThatThrownBy(() -> signer(folder.resolve("missing.pem")))
                .hasMessageContaining("missing.pem, and the file cannot be read");
        assertThatThrownBy(() -> signer(text))
                .hasMessageContaining(
                        "notes.txt, and it holds no private key as PEM, PKCS#8 or PKCS#1, without a password");
        assertThatThrownBy(() -> signer(small))
                .hasMessageContaining("its key has 1024 bits, and receivers want 2048 or more");
    }

    @Test
    void settingsBelongTogether() {
        assertThatThrownBy(() -> new DkimSettings("standfirst.example", "", "key.pem"))
                .hasMessageContaining("only some of them are set");
        assertThatThrownBy(() -> new DkimSettings("standfirst.example;", "mail", "key.pem"))
                .hasMessageContaining("standfirst.dkim.domain is no name");
    }

    @Test
    void withoutAKeyAMailStaysAsItIs() throws Exception {
        ReadyMessage letter = letter();
        assertThat(DkimSigner.none().sign(letter)).isSameAs(letter);
    }

    private static DkimSigner signer(Path key) {
        return new DkimSigner(new DkimSettings("standfirst.example", "mail", key.toString()));
    }

    private static ReadyMessage letter() throws MessagingException {
        return new LetterEncoder(DkimSigner.none()).ready(Messages.to("ada@example.org"));
    }

    private static SignatureRecord verify(byte[] mail, String kind, byte[] key) throws IOException, FailException {
        String record =
                "v=DKIM1; k=%s; p=%s".formatted(kind, Base64.getEncoder().encodeToString(key));
        return new DKIMVerifier((method, selector, domain) -> List.of(record))
                .verify(new ByteArrayInputStream(mail))
                .get(0);
    }

    private Path pem(String type, byte[] der) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return Files.writeString(
                folder.resolve("key%d.pem".formatted(Arrays.hashCode(der))),
                "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(type, base64, type));
    }

    private static KeyPair pair(String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
