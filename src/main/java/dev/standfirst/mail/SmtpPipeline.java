package dev.standfirst.mail;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails over one connection. Where the server announces PIPELINING (RFC 2920), the commands of a mail travel as
 * one group, and behind the final dot of the mail before it: one round trip a mail. Else each command waits for the
 * reply to the one before; the bytes are the same. Every reply is read and judged.
 */
final class SmtpPipeline {

    private static final byte[] DOT = SmtpCommands.ascii(".\r\n");
    private static final byte[] RESET = SmtpCommands.ascii("RSET\r\n");

    private final SmtpConnection connection;
    private final SmtpVerdicts verdicts;
    private final SmtpCommands commands;
    private final MailQueue queue;
    private final Interruptions interruptions;

    /** The mail whose group of commands was written already. */
    private @Nullable ReadyMessage offered;

    /** The mail whose final dot was written and whose reply was not read. */
    private @Nullable ReadyMessage dotted;

    SmtpPipeline(SmtpConnection connection, SmtpVerdicts verdicts, MailQueue queue, Interruptions interruptions) {
        this.connection = connection;
        this.verdicts = verdicts;
        this.commands = new SmtpCommands(connection, verdicts);
        this.queue = queue;
        this.interruptions = interruptions;
    }

    /**
     * Hands over what the queue gives.
     *
     * @return false where there was trouble, after which the connection is of no use
     * @throws IOException where the connection broke: the mail in hand is in doubt if its final dot was written, and
     *     what else was given waits in the queue
     */
    boolean run() throws IOException {
        try {
            for (ReadyMessage next = first(); next != null; next = first()) {
                SendResult result = transact(next);
                if (result instanceof SendResult.NoServer) {
                    return false;
                }
            }
            return true;
        } catch (SmtpGoodbye e) {
            // A reply like any other: what it answers was not taken. It may be about all of us, whatever the mail.
            interrupted(false);
            throw e;
        } catch (IOException e) {
            if (dotted != null) {
                queue.done(dotted, verdicts.ofSilence(e));
            } else {
                interrupted(true);
            }
            throw e;
        }
    }

    /**
     * The connection ended at the mail in hand, which was not handed over.
     *
     * @param cut whether without a word
     */
    private void interrupted(boolean cut) {
        ReadyMessage message = queue.inHand();
        if (message != null && ((cut && queue.wasTried(message)) || interruptions.areFor(message))) {
            connection.prove();
            queue.done(message, verdicts.ofInterruptions());
        }
    }

    /** The next mail that this server can be asked to take. */
    private @Nullable ReadyMessage first() {
        ReadyMessage next = queue.first();
        while (next != null && !next.equals(offered)) {
            Optional<SendResult> unfit = commands.unfit(next);
            if (unfit.isEmpty()) {
                return next;
            }
            queue.done(next, unfit.get());
            next = queue.first();
        }
        return next;
    }

    /** The mail whose commands go along with the end of the one in hand. */
    private Optional<ReadyMessage> chained(@Nullable ReadyMessage next) {
        boolean fit =
                connection.pipelines() && next != null && commands.unfit(next).isEmpty();
        offered = fit ? next : null;
        return Optional.ofNullable(offered);
    }

    private SendResult transact(ReadyMessage message) throws IOException {
        Answer answer = connection.pipelines() ? askAtOnce(message) : askOneByOne(message);
        if (answer.refusal().isEmpty()) {
            return handOver(message);
        }
        SendResult refusal = answer.refusal().get();
        connection.prove();
        queue.done(message, refusal);
        if (!(refusal instanceof SendResult.NoServer)) {
            clear(answer.dataAwaited());
        }
        return refusal;
    }

    private SendResult handOver(ReadyMessage message) throws IOException {
        connection.write(message.bytes());
        Optional<ReadyMessage> next = chained(connection.pipelines() ? queue.second() : null);
        queue.handing(message);
        dotted = message;
        connection.write(commands.chained(DOT, next));
        SendResult result = verdicts.ofMail(connection.replyToDot());
        dotted = null;
        connection.prove();
        if (result instanceof SendResult.Accepted) {
            interruptions.taken(message);
        }
        queue.done(message, result);
        return result;
    }

    /**
     * Ends a transaction that has no recipient, so that the next can begin. Bytes that the server awaits all the same
     * are ended at once; it then says that there is nobody to send them to.
     */
    private void clear(boolean dataAwaited) throws IOException {
        Optional<ReadyMessage> next = chained(connection.pipelines() ? queue.first() : null);
        connection.write(commands.chained(dataAwaited ? DOT : RESET, next));
        SmtpReply reply = connection.reply();
        if (!dataAwaited && !reply.isOk()) {
            throw new ProtocolException("it answered %s to RSET".formatted(reply.text()));
        }
    }

    private Answer askAtOnce(ReadyMessage message) throws IOException {
        if (!message.equals(offered)) {
            connection.write(commands.group(message));
        }
        offered = null;
        SmtpReply sender = connection.reply();
        SmtpReply recipient = connection.reply();
        SmtpReply data = connection.reply();
        if (!sender.isOk()) {
            if (data.asksForData()) {
                // An empty mail to somebody would be the end of this.
                throw new ProtocolException(
                        "it answered %s to MAIL, and %s to DATA after that".formatted(sender.text(), data.text()));
            }
            return Answer.refused(verdicts.ofSender(sender), false);
        }
        if (!recipient.isOk()) {
            return Answer.refused(verdicts.ofRecipient(recipient), data.asksForData());
        }
        return data.asksForData() ? Answer.TAKEN : Answer.refused(verdicts.ofRecipient(data), false);
    }

    private Answer askOneByOne(ReadyMessage message) throws IOException {
        SmtpReply sender = ask(commands.mail(message));
        if (!sender.isOk()) {
            return Answer.refused(verdicts.ofSender(sender), false);
        }
        SmtpReply recipient = ask(commands.recipient(message));
        if (!recipient.isOk()) {
            return Answer.refused(verdicts.ofRecipient(recipient), false);
        }
        SmtpReply data = ask(commands.data());
        return data.asksForData() ? Answer.TAKEN : Answer.refused(verdicts.ofRecipient(data), false);
    }

    private SmtpReply ask(byte[] command) throws IOException {
        connection.write(command);
        return connection.reply();
    }

    /**
     * What the server said to the commands of a mail.
     *
     * @param refusal empty where the bytes may follow
     * @param dataAwaited whether it awaits bytes although it refused
     */
    private record Answer(Optional<SendResult> refusal, boolean dataAwaited) {

        static final Answer TAKEN = new Answer(Optional.empty(), true);

        static Answer refused(SendResult refusal, boolean dataAwaited) {
            return new Answer(Optional.of(refusal), dataAwaited);
        }
    }
}
