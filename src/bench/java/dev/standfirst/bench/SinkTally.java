package dev.standfirst.bench;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a {@link FastSink} saw since it was asked to start anew. For one thread. */
final class SinkTally {

    /** Whether each mail is looked into; costs far more than taking it. */
    final boolean reading;

    private final BitSet people = new BitSet();
    private final Set<String> messageIds = new HashSet<>();
    private long mails;
    private long bytes;
    private long least;
    private long most;
    private long repeated;
    private long mistakes;
    private long connections;
    private String mistake = "none";

    SinkTally(boolean reading) {
        this.reading = reading;
        reset();
    }

    void reset() {
        people.clear();
        messageIds.clear();
        mails = 0;
        bytes = 0;
        least = Long.MAX_VALUE;
        most = 0;
        repeated = 0;
        mistakes = 0;
        connections = 0;
        mistake = "none";
    }

    void connected() {
        connections++;
    }

    void mistake(String what) {
        mistakes++;
        mistake = what.replaceAll("\\s+", "_");
    }

    /**
     * A mail was taken.
     *
     * @param size its bytes without the final dot, dots doubled as they came
     * @param person number of whom it goes to; -1 where the address has none
     */
    void mail(long size, int person) {
        mails++;
        bytes += size;
        least = Math.min(least, size);
        most = Math.max(most, size);
        if (person >= 0) {
            repeated += people.get(person) ? 1 : 0;
            people.set(person);
        }
    }

    /** Looks into a mail: it goes to whom the envelope names, has a Message-ID of its own and short lines. */
    void look(byte[] mail, String recipient) {
        String text = new String(mail, StandardCharsets.ISO_8859_1);
        String head = text.substring(0, Math.max(0, text.indexOf("\r\n\r\n")));
        if (!head.toLowerCase(Locale.ROOT).contains("\r\nto: " + recipient) && !head.contains("<" + recipient + ">")) {
            mistake("to somebody else than " + recipient);
        }
        int id = head.indexOf("\r\nMessage-ID:");
        if (id < 0 || !messageIds.add(head.substring(id, head.indexOf('>', id)))) {
            mistake("a Message-ID that is missing or was there before");
        }
        if (text.lines().anyMatch(line -> line.length() > 998)) {
            mistake("a line that is too long");
        }
        int other = text.indexOf("@example.org");
        while (other >= 0) {
            int from = Math.max(0, other - recipient.indexOf('@'));
            if (!text.startsWith(recipient, from)) {
                mistake("the address of somebody else in the mail to " + recipient);
            }
            other = text.indexOf("@example.org", other + 1);
        }
    }

    /** Mails, bytes, smallest, largest, different people, mails to the same person, connections, mistakes, one of them. */
    String line() {
        return mails + " " + bytes + " " + (mails == 0 ? 0 : least) + " " + most + " " + people.cardinality() + " "
                + repeated + " " + connections + " " + mistakes + " " + mistake;
    }
}
