package dev.standfirst.mail;

/** Makes a message to one person ready for the wire: encoded, and signed where the settings say so. */
final class LetterEncoder {

    private final DkimSigner signer;

    LetterEncoder(DkimSigner signer) {
        this.signer = signer;
    }

    ReadyMessage ready(Message message) {
        return signer.sign(MimeEncoder.ready(message));
    }
}
