package dev.standfirst.mail;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Makes a message to one person ready for the wire: encoded, and signed where the settings say so. */
final class LetterEncoder {

    private final MimeEncoder encoder = new MimeEncoder();
    private final DkimSigner signer;

    LetterEncoder(DkimSigner signer) {
        this.signer = signer;
    }

    /**
     * Encodes a message.
     *
     * @throws MessagingException where it cannot be built
     */
    ReadyMessage ready(Message message) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try {
            encoder.encode(message).writeTo(bytes);
        } catch (IOException e) {
            throw new MessagingException(e.getMessage(), e);
        }
        EmailAddress sender = message.returnPath().orElse(message.from());
        return signer.sign(new ReadyMessage(0, sender, message.to(), withoutDots(bytes.toByteArray())));
    }

    /** A line of quoted-printable may begin with a dot, and no line of a ready message does. */
    private static byte[] withoutDots(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '.' && i > 0 && bytes[i - 1] == '\n') {
                out.writeBytes(SmtpCommands.ascii("=2E"));
            } else {
                out.write(bytes[i]);
            }
        }
        boolean ended = bytes.length > 0 && bytes[bytes.length - 1] == '\n';
        out.writeBytes(SmtpCommands.ascii(ended ? "" : "\r\n"));
        return out.toByteArray();
    }
}
