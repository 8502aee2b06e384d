package dev.standfirst.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Work for a mailer: mails 1, 2, 3 and so on, and what was told of them. */
final class Errand implements Mailer.Work {

    private final Deque<ReadyMessage> waiting = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private boolean tried;
    private final List<SendResult> results = new ArrayList<>();

    static Errand of(String... recipients) {
        Errand errand = new Errand();
        for (int i = 0; i < recipients.length; i++) {
            errand.waiting.add(mail(i + 1, "bounce@standfirst.example", recipients[i]));
        }
        return errand;
    }

    static ReadyMessage mail(long id, String sender, String recipient) {
        String text = "From: brief@standfirst.example\r\nSubject: Mail %d\r\n\r\nThe tide came in.\r\n".formatted(id);
        return new ReadyMessage(
                id, new EmailAddress(sender), new EmailAddress(recipient), text.getBytes(StandardCharsets.UTF_8));
    }

    Errand and(ReadyMessage mail) {
        waiting.add(mail);
        return this;
    }

    /** A server was asked to take its mails before. */
    Errand triedBefore() {
        tried = true;
        return this;
    }

    /** "handing 1", "done 1 Accepted", in order. */
    List<String> told() {
        return told;
    }

    List<SendResult> results() {
        return results;
    }

    @Override
    public @Nullable ReadyMessage next() {
        return waiting.poll();
    }

    @Override
    public boolean wasTried(ReadyMessage message) {
        return tried;
    }

    @Override
    public void handing(ReadyMessage message) {
        told.add("handing " + message.id());
    }

    @Override
    public void done(ReadyMessage message, SendResult result) {
        String kind = result instanceof SendResult.NoServer none ? " " + none.kind() : "";
        told.add("done %d %s%s".formatted(message.id(), result.getClass().getSimpleName(), kind));
        results.add(result);
    }
}
