package dev.standfirst.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a mail server's ledger says, read anew each time.
 *
 * @param mails that it kept, in their order
 * @param unanswered how many mails it kept or lost without telling the client
 * @param notes other lines: what clients did wrong, logins that were refused
 */
record LedgerFile(List<Mail> mails, long unanswered, List<String> notes) {

    /** A mail that was kept. */
    record Mail(String recipient, String id, String hash, long at) {}

    static LedgerFile read(Path file) throws IOException {
        List<Mail> mails = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        long unanswered = 0;
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            if (line.startsWith("- ")) {
                notes.add(line.substring(2));
                continue;
            }
            String[] words = line.split(" ");
            String outcome = words[6];
            unanswered += outcome.equals("answered") ? 0 : 1;
            if (!outcome.equals("lost")) {
                mails.add(new Mail(words[0].toLowerCase(Locale.ROOT), words[1], words[2], Long.parseLong(words[5])));
            }
        }
        return new LedgerFile(mails, unanswered, notes);
    }

    /** Without so many mails at its beginning. */
    LedgerFile after(int earlier) {
        return new LedgerFile(mails.subList(earlier, mails.size()), unanswered, notes);
    }

    long notes(String beginning) {
        return notes.stream().filter(note -> note.startsWith(beginning)).count();
    }
}
