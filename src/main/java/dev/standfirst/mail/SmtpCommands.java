package dev.standfirst.mail;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The commands that hand over mails to one server, with the parameters that it announced. */
final class SmtpCommands {

    private static final byte[] DATA = ascii("DATA\r\n");
    private static final byte[] NONE = {};

    private final boolean utf8;
    private final boolean size;
    private final boolean reports;
    private final long largest;
    private final SmtpVerdicts verdicts;

    SmtpCommands(SmtpConnection connection, SmtpVerdicts verdicts) {
        this.utf8 = connection.offersUtf8();
        this.size = connection.asksForSize();
        this.reports = connection.offersReports();
        this.largest = connection.largest();
        this.verdicts = verdicts;
    }

    /** Why this server cannot be asked to take a mail at all; empty where it can. */
    Optional<SendResult> unfit(ReadyMessage message) {
        if (isNoPath(message.sender()) || isNoPath(message.recipient())) {
            return Optional.of(verdicts.ofAddress());
        }
        if (!utf8 && message.sender().needsSmtpUtf8()) {
            return Optional.of(verdicts.ofSenderBeyondAscii());
        }
        if (!utf8 && message.recipient().needsSmtpUtf8()) {
            return Optional.of(verdicts.ofRecipientBeyondAscii());
        }
        return isTooLarge(message) ? Optional.of(verdicts.ofSize(message.bytes().length, largest)) : Optional.empty();
    }

    byte[] mail(ReadyMessage message) {
        return mailLine(message).getBytes(StandardCharsets.UTF_8);
    }

    byte[] recipient(ReadyMessage message) {
        return recipientLine(message).getBytes(StandardCharsets.UTF_8);
    }

    byte[] data() {
        return DATA;
    }

    /** All three; DATA is the last of its group, as it must be (RFC 2920, 3.1). */
    byte[] group(ReadyMessage message) {
        return (mailLine(message) + recipientLine(message) + "DATA\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What ends one transaction and the group that begins the next, to be written as one. */
    byte[] chained(byte[] end, Optional<ReadyMessage> next) {
        byte[] group = next.map(this::group).orElse(NONE);
        byte[] both = new byte[end.length + group.length];
        System.arraycopy(end, 0, both, 0, end.length);
        System.arraycopy(group, 0, both, end.length, group.length);
        return both;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String mailLine(ReadyMessage message) {
        StringBuilder line = new StringBuilder(160);
        line.append("MAIL FROM:<").append(message.sender().wire()).append('>');
        if (size) {
            line.append(" SIZE=").append(message.bytes().length);
        }
        if (reports) {
            line.append(" RET=HDRS");
            if (message.id() != 0) {
                line.append(" ENVID=").append(message.id());
            }
        }
        if (message.needsSmtpUtf8()) {
            line.append(" SMTPUTF8");
        }
        return line.append("\r\n").toString();
    }

    private String recipientLine(ReadyMessage message) {
        return "RCPT TO:<" + message.recipient().wire() + (reports ? "> NOTIFY=FAILURE\r\n" : ">\r\n");
    }

    private boolean isTooLarge(ReadyMessage message) {
        return largest > 0 && message.bytes().length > largest;
    }

    private static boolean isNoPath(EmailAddress address) {
        return address.value().chars().anyMatch(c -> c <= ' ' || c == '<' || c == '>' || c == 0x7F);
    }
}
