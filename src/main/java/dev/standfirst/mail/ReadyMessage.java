package dev.standfirst.mail;

/**
 * One person's mail, ready for the wire: the same bytes on every try.
 *
 * @param id of the row of the ledger, by which whoever sends it tells what became of it; 0 where there is none
 * @param sender of the envelope, where reports about this mail go
 * @param recipient of the envelope, the only one
 * @param bytes headers, an empty line and body (RFC 5322): lines end with CR LF and have 998 characters at most, none
 *     begins with a dot, so that nothing has to be stuffed, and the last one ends with CR LF. Not copied: nobody
 *     changes them.
 */
@SuppressWarnings("ArrayRecordComponent") // held by one thread at a time, never compared
public record ReadyMessage(long id, EmailAddress sender, EmailAddress recipient, byte[] bytes) {

    /** Whether an address in its headers or envelope is beyond ASCII before the @ (RFC 6531); bodies never are. */
    boolean needsSmtpUtf8() {
        boolean needs = sender.needsSmtpUtf8() || recipient.needsSmtpUtf8();
        for (int i = 0; !needs && i + 1 < bytes.length && !(bytes[i] == '\n' && bytes[i + 1] == '\r'); i++) {
            needs = bytes[i] < 0;
        }
        return needs;
    }
}
