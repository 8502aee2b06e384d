package dev.standfirst.mail;

import dev.standfirst.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Signs mails in the name of a domain (DKIM, RFC 6376): "relaxed/relaxed", over the whole body and the headers that
 * receivers judge by, both headers of one-click unsubscribing among them (RFC 8058). {@code From} is signed once more
 * than it is there, so that no second one can be put in front of it. The same mail always gets the same signature: it
 * holds no time. Shared by threads.
 */
@Component
public final class DkimSigner {

    private static final List<String> SIGNED = List.of(
            "From",
            "Reply-To",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Feedback-ID");

    private static final int LINE = 72;

    private final DkimSettings settings;
    private final @Nullable DkimKey key;

    /** Reads the key. Throws where it cannot be used, so that no mail goes out unsigned that should be signed. */
    @Autowired
    DkimSigner(DkimSettings settings) {
        this.settings = settings;
        this.key = settings.isOn() ? DkimKey.read(settings.key()) : null;
    }

    /** Signs nothing. */
    public static DkimSigner none() {
        return new DkimSigner(new DkimSettings("", "", ""));
    }

    /** The mail with a signature in front, or the same mail where the settings name no key. */
    public ReadyMessage sign(ReadyMessage message) {
        DkimKey signing = key;
        if (signing == null) {
            return message;
        }
        byte[] signature = signature(signing, new DkimText(message.bytes()));
        byte[] signed = new byte[signature.length + message.bytes().length];
        System.arraycopy(signature, 0, signed, 0, signature.length);
        System.arraycopy(message.bytes(), 0, signed, signature.length, message.bytes().length);
        return new ReadyMessage(message.id(), message.sender(), message.recipient(), signed);
    }

    private byte[] signature(DkimKey signing, DkimText mail) {
        List<String> names = new ArrayList<>(List.of("From"));
        StringBuilder signed = new StringBuilder(2048);
        List<String> fields = mail.fields();
        for (String name : SIGNED) {
            // The last of a name first, as verifiers look for them.
            for (int i = fields.size() - 1; i >= 0; i--) {
                if (DkimText.name(fields.get(i)).equalsIgnoreCase(name)) {
                    names.add(name);
                    signed.append(DkimText.relaxed(fields.get(i))).append("\r\n");
                }
            }
        }
        String header = header(signing, names, base64(sha256(mail.relaxedBody())));
        byte[] bytes = signed.append(DkimText.relaxed(header)).toString().getBytes(StandardCharsets.UTF_8);
        String value = base64(signing.sign(sha256(bytes), bytes));
        return (header + folded(value) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** All but the signature itself. */
    private String header(DkimKey signing, List<String> names, String bodyHash) {
        StringBuilder header = new StringBuilder(512)
                .append("DKIM-Signature: v=1; a=")
                .append(signing.algorithm())
                .append("; c=relaxed/relaxed;\r\n d=")
                .append(settings.domain())
                .append(";\r\n s=")
                .append(settings.selector())
                .append(";\r\n h=");
        int length = 3;
        for (int i = 0; i < names.size(); i++) {
            String next = names.get(i) + (i + 1 < names.size() ? ":" : ";");
            if (length + next.length() > LINE) {
                header.append("\r\n ");
                length = 1;
            }
            header.append(next);
            length += next.length();
        }
        return header.append("\r\n bh=").append(bodyHash).append(";\r\n b=").toString();
    }

    private static String folded(String base64) {
        StringBuilder folded = new StringBuilder(base64.length() + 32);
        for (int i = 0; i < base64.length(); i += LINE) {
            folded.append(i == 0 ? "" : "\r\n ").append(base64, i, Math.min(base64.length(), i + LINE));
        }
        return folded.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        return Sha256.begin().digest(bytes);
    }
}
